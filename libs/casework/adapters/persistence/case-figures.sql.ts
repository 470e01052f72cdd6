/*
 * The counts of the annual report, each one SELECT that means the same on both databases. Aliases are in small letters:
 * PostgreSQL would fold others.
 */

export const CASES = `
  SELECT line, opened_month AS month,
    CASE WHEN substr(closed_on, 1, 4) = substr(opened_on, 1, 4) THEN 1 ELSE 0 END AS closed, COUNT(*) AS cases
  FROM case_file WHERE opened_year = ?
  GROUP BY 1, 2, 3`;

export const CODES = `
  SELECT code, caller_type, COUNT(*) AS cases, SUM(child_count) AS children
  FROM case_file WHERE opened_year = ? AND line = 2
  GROUP BY code, caller_type`;

// A contact stays counted when its case is missing: then the report does not add up, and that is how one gets to know.
export const CONTACTS = `
  SELECT f.line AS line, m.channel AS channel, m.caller_type AS caller_type, COUNT(*) AS contacts
  FROM contact_moment m LEFT JOIN case_file f ON f.number = m.case_number
  WHERE m.year = ?
  GROUP BY f.line, m.channel, m.caller_type`;

export const PARENTS = `
  SELECT code, caller_role, taking_person, contact_seeker, from_country, to_country,
    COUNT(*) AS cases, SUM(child_count) AS children
  FROM case_file
  WHERE opened_year = ? AND line = 2 AND code IN ('prevention', 'relocation_consent', 'international_contact')
    AND caller_type = 'parent'
  GROUP BY code, caller_role, taking_person, contact_seeker, from_country, to_country`;

export const ABDUCTIONS = `
  SELECT code, caller_role, taking_person, contact_seeker, from_country, to_country,
    1 AS cases, child_count AS children, opened_on, children AS birth_dates
  FROM case_file
  WHERE opened_year = ? AND line = 2 AND code = 'international_child_abduction' AND caller_type = 'parent'`;

export const CONTACTS_WITHOUT_CASE = `
  SELECT m.case_number AS case_number, m.at AS at
  FROM contact_moment m LEFT JOIN case_file f ON f.number = m.case_number
  WHERE m.year = ? AND f.number IS NULL
  ORDER BY m.case_number, m.at LIMIT 10`;

export const COUNTED_BY = `
  SELECT number, opened_on, opened_year, opened_month, children, child_count
  FROM case_file WHERE opened_year = ? ORDER BY number`;
