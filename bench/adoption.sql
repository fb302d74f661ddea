-- Each statement fills one table; `a` is an agency, `s` a seat. Only the county named '' has 5,000 people.
INSERT INTO teams_agency (id, name, kind, county, made_at)
  SELECT gen_random_uuid(), 'Agency ' || n, (ARRAY['child_welfare','probation','mental_health','public_health','group_home','education','court','advocacy'])[1 + n %% 8], CASE c WHEN 1 THEN '' ELSE 'c' || c END, now()
  FROM generate_series(1, %(counties)s) AS c, generate_series(1, %(agencies)s) AS n;
INSERT INTO teams_seat (id, person_id, agency_id, role, name, made_at)
  SELECT gen_random_uuid(), gen_random_uuid(), a.id, 'SW', 'Somebody ' || n, now() FROM teams_agency AS a,
  generate_series(1, CASE a.county WHEN '' THEN %(people)s / %(agencies)s ELSE 4 END) AS n;
INSERT INTO policy_grant (id, kind, seat, person, role, agency, footing, starts_at)
  SELECT gen_random_uuid(), 'seat', s.id, s.person_id, s.role, s.agency_id, 'EMPLOYED', now() FROM teams_seat AS s;
INSERT INTO adoption_statement (id, county, made_by, made_at, agency_id, indicator, level)
  SELECT gen_random_uuid(), a.county, a.id, now() - q * interval '91 days', a.id, 'A' || lpad(i::text, 2, '0'),
  (random() * 5)::int FROM teams_agency AS a, generate_series(1, 22) AS i, generate_series(0, 11) AS q;
INSERT INTO adoption_wording (id, county, made_by, made_at, agency_id) SELECT gen_random_uuid(), a.county, a.id, now(), a.id FROM teams_agency AS a;
INSERT INTO adoption_definition (id, county, made_by, made_at, number, closed_at, in_force_at)
  SELECT gen_random_uuid(), c.county, gen_random_uuid(), now(), n, now(), now()
  FROM (SELECT DISTINCT county FROM teams_agency) AS c, generate_series(1, 3) AS n;
INSERT INTO adoption_definition_answer (id, county, made_by, made_at, agency_id, definition, kind, signed)
  SELECT gen_random_uuid(), a.county, a.id, now(), a.id, d.id, 'ratifies', 'Somebody'
  FROM teams_agency AS a JOIN adoption_definition AS d ON d.county = a.county;
INSERT INTO adoption_policy (id, county, made_by, made_at, agency_id)
  SELECT gen_random_uuid(), a.county, a.id, now(), a.id FROM teams_agency AS a, generate_series(1, 8) AS n;
INSERT INTO adoption_policy_version (id, county, made_by, made_at, agency_id, policy, number, title, serves, owner)
  SELECT gen_random_uuid(), p.county, p.made_by, now(), p.agency_id, p.id, n, 'A rule',
  ARRAY[(ARRAY['S4', 'R1', 'S5'])[1 + n %% 3]], p.made_by
  FROM adoption_policy AS p, generate_series(1, 3) AS n;
INSERT INTO adoption_policy_step (id, county, made_by, made_at, agency_id, policy, number, state, on_day)
  SELECT gen_random_uuid(), v.county, v.made_by, now(), v.agency_id, v.policy, v.number, w.state, current_date - 30
  FROM adoption_policy_version AS v, unnest(ARRAY['drafting', 'adopted', 'in_use']) AS w(state);
INSERT INTO adoption_conflict (id, county, made_by, made_at, about, kind)
  SELECT gen_random_uuid(), a.county, a.id, now(), a.id, 'absence_costs' FROM teams_agency AS a;
INSERT INTO adoption_coaching (id, county, made_by, made_at, agency_id, coach, coached, on_day)
  SELECT gen_random_uuid(), a.county, a.id, now(), a.id, a.id, s.id, current_date - n * 60
  FROM teams_seat AS s JOIN teams_agency AS a ON a.id = s.agency_id, generate_series(0, 17) AS n;
INSERT INTO adoption_attended (id, county, made_by, made_at, seat, serves, done_on, how)
  SELECT gen_random_uuid(), a.county, a.id, now(), s.id, ARRAY['confidentiality', 'language'], current_date - n * 200,
  'code' FROM teams_seat AS s JOIN teams_agency AS a ON a.id = s.agency_id, generate_series(0, 5) AS n;
INSERT INTO adoption_circle (id, county, made_by, made_at, agency_id, held_on, people)
  SELECT gen_random_uuid(), a.county, a.id, now(), a.id, current_date - n * 30, 6
  FROM teams_agency AS a, generate_series(0, 35) AS n;
INSERT INTO adoption_body (id, county, made_by, made_at, kind, name)
  SELECT gen_random_uuid(), c.county, gen_random_uuid(), now(), 'committee', 'Committee'
  FROM (SELECT DISTINCT county FROM teams_agency) AS c;
INSERT INTO adoption_place (id, county, made_by, made_at, body_id, partner, holder, paid)
  SELECT gen_random_uuid(), b.county, b.made_by, now(), b.id, CASE WHEN n > 8 THEN 'lived_experience' ELSE 'probation' END,
  'Somebody', true FROM adoption_body AS b, generate_series(1, 12) AS n;
INSERT INTO adoption_meeting (id, county, made_by, made_at, body_id, starts_at)
  SELECT gen_random_uuid(), b.county, b.made_by, now(), b.id, now() - n * interval '30 days'
  FROM adoption_body AS b, generate_series(1, 36) AS n;
INSERT INTO adoption_attendance (id, county, made_by, made_at, meeting_id, place_id, came)
  SELECT gen_random_uuid(), m.county, m.made_by, now(), m.id, p.id, 'holder'
  FROM adoption_meeting AS m JOIN adoption_place AS p ON p.body_id = m.body_id;
INSERT INTO teams_agency (id, name, kind, made_at) VALUES (%(table)s, 'Committee', 'steering', now());
INSERT INTO teams_seat (id, person_id, agency_id, role, name, made_at)
  VALUES (%(chair)s, %(chair)s, %(table)s, 'SC', 'The chair', now());
INSERT INTO policy_grant (id, kind, seat, person, role, agency, footing, starts_at) VALUES
  (gen_random_uuid(), 'seat', %(chair)s, %(chair)s, 'SC', %(table)s, 'EMPLOYED', now() - interval '1 day'),
  (gen_random_uuid(), 'office', %(chair)s, NULL, '', %(table)s, 'chair', now() - interval '1 day')
