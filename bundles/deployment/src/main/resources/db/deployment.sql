--liquibase formatted sql

--changeset asterism:1
create table asterism_artifact (
    sha256 varchar(64) not null primary key,
    upload varchar(36) not null,
    size bigint not null,
    stored bigint not null
);
create table asterism_artifact_chunk (
    upload varchar(36) not null,
    number int not null,
    stored bigint not null,
    content bytea not null,
    primary key (upload, number)
);
create table asterism_generation (
    number bigint not null primary key,
    author varchar(200) not null,
    what varchar(1000) not null,
    created bigint not null
);
create table asterism_deployment (
    generation bigint not null,
    name varchar(200) not null,
    target varchar(64) not null,
    kind varchar(20) not null,
    version varchar(1000) not null,
    sha256 varchar(64),
    size bigint not null,
    source varchar(1000) not null,
    properties text not null,
    primary key (generation, name, target)
);
create table asterism_rollout (
    generation bigint not null primary key,
    previous bigint not null,
    state varchar(20) not null,
    reason varchar(4000) not null,
    roller varchar(64),
    token bigint not null,
    at_once boolean not null,
    all_back boolean not null,
    force_alone boolean not null,
    drain_millis bigint not null,
    limit_millis bigint not null,
    since bigint not null
);
create table asterism_rollout_node (
    generation bigint not null,
    node varchar(64) not null,
    position int not null,
    step varchar(20) not null,
    detail varchar(4000) not null,
    since bigint not null,
    primary key (generation, node)
);
create table asterism_deployed_node (
    node varchar(64) not null primary key,
    incarnation varchar(200) not null,
    generation bigint not null,
    attempted bigint not null,
    working boolean not null,
    problem varchar(4000) not null,
    reported bigint not null
);
create table asterism_drift (
    node varchar(64) not null,
    name varchar(300) not null,
    kind varchar(20) not null,
    wanted varchar(1000) not null,
    found varchar(1000) not null,
    reason varchar(4000) not null,
    since bigint not null,
    primary key (node, name)
);
