-- The tables of records.duckdb. `article` is the place of the article in the input, from 0: the key between all tables;
-- the id of an entity, date, quantity or fact is unique within its article.
CREATE TABLE IF NOT EXISTS articles (
    article BIGINT PRIMARY KEY, id VARCHAR NOT NULL, title VARCHAR, source VARCHAR, url VARCHAR, language VARCHAR,
    duplicate_of VARCHAR, published DATE, text VARCHAR, warnings VARCHAR[], version VARCHAR, model VARCHAR
);
CREATE TABLE IF NOT EXISTS organizations (
    article BIGINT NOT NULL, id VARCHAR NOT NULL, name VARCHAR NOT NULL, kind VARCHAR NOT NULL, legal_form VARCHAR,
    country VARCHAR, aliases VARCHAR[],
    PRIMARY KEY (article, id), FOREIGN KEY (article) REFERENCES articles (article)
);
CREATE TABLE IF NOT EXISTS locations (
    article BIGINT NOT NULL, id VARCHAR NOT NULL, name VARCHAR NOT NULL, kind VARCHAR NOT NULL, country VARCHAR,
    subdivision VARCHAR, geonames_id BIGINT, latitude DOUBLE, longitude DOUBLE, aliases VARCHAR[],
    PRIMARY KEY (article, id), FOREIGN KEY (article) REFERENCES articles (article)
);
CREATE TABLE IF NOT EXISTS people (
    article BIGINT NOT NULL, id VARCHAR NOT NULL, name VARCHAR NOT NULL, position VARCHAR, organization VARCHAR,
    PRIMARY KEY (article, id), FOREIGN KEY (article) REFERENCES articles (article)
);
-- A mention of an organization, location or person: `entity` is its id, `kind` says in which table.
CREATE TABLE IF NOT EXISTS mentions (
    article BIGINT NOT NULL, entity VARCHAR NOT NULL, kind VARCHAR NOT NULL, start BIGINT NOT NULL, "end" BIGINT NOT NULL,
    text VARCHAR NOT NULL, confidence DOUBLE,
    FOREIGN KEY (article) REFERENCES articles (article)
);
CREATE TABLE IF NOT EXISTS dates (
    article BIGINT NOT NULL, id VARCHAR NOT NULL, text VARCHAR NOT NULL, kind VARCHAR NOT NULL, first DATE, last DATE,
    duration VARCHAR, relation VARCHAR, relative BOOLEAN, approximate BOOLEAN, start BIGINT, "end" BIGINT,
    confidence DOUBLE,
    PRIMARY KEY (article, id), FOREIGN KEY (article) REFERENCES articles (article)
);
CREATE TABLE IF NOT EXISTS quantities (
    article BIGINT NOT NULL, id VARCHAR NOT NULL, text VARCHAR NOT NULL, value DOUBLE, low DOUBLE, high DOUBLE,
    comparison VARCHAR, dimension VARCHAR NOT NULL, unit VARCHAR, per VARCHAR, item VARCHAR, change VARCHAR,
    start BIGINT, "end" BIGINT, confidence DOUBLE,
    PRIMARY KEY (article, id), FOREIGN KEY (article) REFERENCES articles (article)
);
-- `subject` is an organization's, location's or person's id, `location` a location's, `attribution` a person's or an
-- organization's, all of the same article.
CREATE TABLE IF NOT EXISTS facts (
    article BIGINT NOT NULL, id VARCHAR NOT NULL, indicator VARCHAR NOT NULL, object VARCHAR, quantity VARCHAR NOT NULL,
    subject VARCHAR, date VARCHAR, location VARCHAR, status VARCHAR NOT NULL, attribution VARCHAR,
    start BIGINT, "end" BIGINT, confidence DOUBLE,
    PRIMARY KEY (article, id),
    FOREIGN KEY (article) REFERENCES articles (article),
    FOREIGN KEY (article, quantity) REFERENCES quantities (article, id)
);
CREATE TABLE IF NOT EXISTS failures (article BIGINT, id VARCHAR, source VARCHAR, step VARCHAR, error VARCHAR);

-- Views for common questions. Reprints would count twice: those that count leave them out.
CREATE OR REPLACE VIEW originals AS SELECT * FROM articles WHERE duplicate_of IS NULL;
CREATE OR REPLACE VIEW entities AS
    SELECT article, id, name, kind, country, 'organization' AS entity FROM organizations
    UNION ALL SELECT article, id, name, kind, country, 'location' FROM locations
    UNION ALL SELECT article, id, name, 'person', NULL, 'person' FROM people;
-- A fact in words: who, what, how much, when, where, said by whom.
CREATE OR REPLACE VIEW statements AS
    SELECT f.article, a.id AS article_id, a.published, f.indicator, f.object, q.value, q.low, q.high, q.unit, q.per,
        q.dimension, q.comparison, q.change, q.text AS written, s.name AS subject, l.name AS location,
        l.subdivision, coalesce(l.country, s.country) AS country, d.first, d.last, f.status, w.name AS said_by,
        f.confidence
    FROM facts f
    JOIN originals a USING (article)
    JOIN quantities q ON q.article = f.article AND q.id = f.quantity
    LEFT JOIN entities s ON s.article = f.article AND s.id = f.subject
    LEFT JOIN locations l ON l.article = f.article AND l.id = f.location
    LEFT JOIN dates d ON d.article = f.article AND d.id = f.date
    LEFT JOIN entities w ON w.article = f.article AND w.id = f.attribution;
-- How many articles of a month name an organization or place.
CREATE OR REPLACE VIEW coverage AS
    SELECT date_trunc('month', a.published) AS month, e.entity, e.name, e.kind, e.country, count(*) AS articles
    FROM entities e JOIN originals a USING (article) GROUP BY ALL;
-- Two organizations in the same article.
CREATE OR REPLACE VIEW together AS
    SELECT one.name, other.name AS other, count(*) AS articles
    FROM organizations one JOIN organizations other ON one.article = other.article AND one.name <> other.name
    JOIN originals a ON a.article = one.article
    GROUP BY ALL;
