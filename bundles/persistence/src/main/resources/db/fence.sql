--liquibase formatted sql

--changeset asterism:1
create table asterism_fence (
    id varchar(64) not null primary key,
    lock_key varchar(200) not null,
    token bigint not null,
    advanced_at timestamp with time zone not null
);
create table asterism_fence_floor (
    id integer not null primary key check (id = 1),
    token bigint not null,
    swept_at timestamp with time zone not null
);
insert into asterism_fence_floor (id, token, swept_at) values (1, 0, current_timestamp);
