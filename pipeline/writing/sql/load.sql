-- From `block`, a table of whole records (nested), to the tables. Parents come before those that refer to them.
INSERT INTO articles SELECT number, article.id, article.title, article.source, article.url, article.language,
    article.duplicate_of, article.published, article.text, warnings, produced_by.version, produced_by.model FROM block;
INSERT INTO organizations SELECT number, e.id, e.name, e.kind, e.legal_form, e.country, e.aliases
    FROM (SELECT number, unnest(organizations) AS e FROM block);
INSERT INTO locations SELECT number, e.id, e.name, e.kind, e.country, e.subdivision, e.geonames_id, e.latitude,
    e.longitude, e.aliases FROM (SELECT number, unnest(locations) AS e FROM block);
INSERT INTO people SELECT number, e.id, e.name, e.position, e.organization
    FROM (SELECT number, unnest(people) AS e FROM block);
INSERT INTO mentions SELECT number, id, 'organization', m.start, m."end", m.text, m.confidence
    FROM (SELECT number, e.id AS id, unnest(e.mentions) AS m FROM (SELECT number, unnest(organizations) AS e FROM block));
INSERT INTO mentions SELECT number, id, 'location', m.start, m."end", m.text, m.confidence
    FROM (SELECT number, e.id AS id, unnest(e.mentions) AS m FROM (SELECT number, unnest(locations) AS e FROM block));
INSERT INTO mentions SELECT number, id, 'person', m.start, m."end", m.text, m.confidence
    FROM (SELECT number, e.id AS id, unnest(e.mentions) AS m FROM (SELECT number, unnest(people) AS e FROM block));
INSERT INTO dates SELECT number, d.id, d.text, d.kind, d.first, d.last, d.duration, d.relation, d.relative,
    d.approximate, d.start, d."end", d.confidence FROM (SELECT number, unnest(dates) AS d FROM block);
INSERT INTO quantities SELECT number, q.id, q.text, q.value, q.low, q.high, q.comparison, q.dimension, q.unit, q.per,
    q.item.lemma, q.change, q.start, q."end", q.confidence FROM (SELECT number, unnest(quantities) AS q FROM block);
INSERT INTO facts SELECT number, f.id, f.indicator, f.object, f.quantity, f.subject, f.date, f.location, f.status,
    f.attribution, f.evidence.start, f.evidence."end", f.confidence FROM (SELECT number, unnest(facts) AS f FROM block);
