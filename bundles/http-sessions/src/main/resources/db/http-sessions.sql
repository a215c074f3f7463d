--liquibase formatted sql

--changeset asterism:1
create table asterism_http_session (
    context varchar(200) not null,
    id varchar(200) not null,
    version bigint not null,
    created bigint not null,
    accessed bigint not null,
    last_accessed bigint not null,
    cookie_set bigint not null,
    saved bigint not null,
    max_inactive bigint not null,
    expiry bigint not null,
    attributes bytea not null,
    primary key (context, id)
);
create index asterism_http_session_expiry on asterism_http_session (context, expiry);
