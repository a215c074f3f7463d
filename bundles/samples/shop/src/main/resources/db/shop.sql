--liquibase formatted sql

--changeset shop:1
create table shop_product (
    sku varchar(64) not null primary key,
    stock bigint not null check (stock >= 0)
);
create table shop_reservation (
    id varchar(36) not null primary key,
    sku varchar(64) not null references shop_product (sku),
    quantity bigint not null check (quantity > 0),
    fencing_token bigint not null,
    node varchar(64) not null,
    reserved_at timestamp with time zone not null
);
create index shop_reservation_sku on shop_reservation (sku);

--changeset shop:2
insert into shop_product (sku, stock) values ('star-map', 100);
insert into shop_product (sku, stock) values ('telescope', 25);
insert into shop_product (sku, stock) values ('night-lamp', 500);
