-- Banks' loans. A product is its versions; one of them is on offer, at most one is being written.

create table financing_banks (
  center_id uuid not null constraint financing_banks_center_fk references centers,
  id uuid not null default uuidv7(),
  name text not null,
  -- 城市商业银行, 农商行 …
  kind text not null,
  place smallint not null,
  created_at timestamptz not null default now(),
  primary key (center_id, id),
  unique (center_id, name)
);

create table financing_products (
  center_id uuid not null,
  id uuid not null default uuidv7(),
  bank_id uuid not null,
  created_at timestamptz not null,
  primary key (center_id, id),
  unique (center_id, id, bank_id),
  constraint financing_products_bank_fk foreign key (center_id, bank_id) references financing_banks (center_id, id)
);

create table financing_product_versions (
  center_id uuid not null,
  product_id uuid not null,
  bank_id uuid not null,
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'submitted', 'returned', 'approved', 'replaced', 'withdrawn')),
  -- the contract's ProductTerms, whole
  terms jsonb not null,
  -- of the terms, for the question what is on offer today
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  revision integer not null default 1,
  created_at timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  note text,
  primary key (center_id, product_id, number),
  constraint financing_product_versions_product_fk foreign key (center_id, product_id, bank_id) references financing_products (center_id, id, bank_id),
  constraint financing_product_versions_reasoned check (state <> 'returned' or note is not null)
);
create unique index financing_product_versions_one_open on financing_product_versions (center_id, product_id) where state in ('draft', 'submitted', 'returned');
create unique index financing_product_versions_one_approved on financing_product_versions (center_id, product_id) where state = 'approved';
create index financing_product_versions_newest on financing_product_versions (center_id, created_at desc, product_id, number);
create index financing_product_versions_bank on financing_product_versions (center_id, bank_id, created_at desc);

-- 贷款市场报价利率, as published: 1 year and over 5 years.
create table financing_lprs (
  center_id uuid not null constraint financing_lprs_center_fk references centers,
  published_on date not null,
  one_year_bp integer not null check (one_year_bp between 1 and 1500),
  five_year_bp integer not null check (five_year_bp between 1 and 1500),
  entered_at timestamptz not null default now(),
  primary key (center_id, published_on)
);

grant select on financing_banks to dangqun_app;
-- update: to lock a product's row
grant select, insert, update on financing_products to dangqun_app;
grant select, insert, update on financing_product_versions to dangqun_app;
grant select, insert, update, delete on financing_lprs to dangqun_app;

do $$
declare t text;
begin
  foreach t in array array['financing_banks', 'financing_products', 'financing_product_versions', 'financing_lprs'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_center on %I using (center_id = current_center()) with check (center_id = current_center())', t);
  end loop;
end $$;
