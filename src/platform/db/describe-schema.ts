import type { Client } from 'pg'

/** Each query gives lines of text; together they say all that the migrations made, in a fixed order. */
const PARTS: readonly (readonly [heading: string, query: string])[] = [
  [
    'Tables',
    `select format(E'table %I.%I%s\\n%s', n.nspname, c.relname,
        case when c.relforcerowsecurity then '  -- row-level security forced'
             when c.relrowsecurity then '  -- row-level security' else '' end,
        (select string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
            case when a.attnotnull then ' not null' else '' end,
            case when a.attidentity <> '' then ' generated always as identity'
                 when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                 when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end), E'\\n' order by a.attnum)
           from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)) as line
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('waymark', 'gate') and c.relkind in ('r', 'p') and c.relname <> 'migration' order by n.nspname, c.relname`,
  ],
  [
    'Views',
    `select format(E'view %I.%I as\\n%s', schemaname, viewname, definition) as line from pg_views
      where schemaname in ('waymark', 'gate') order by schemaname, viewname`,
  ],
  [
    'Constraints',
    `select format('%s: %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as line
       from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where n.nspname in ('waymark', 'gate') and c.contype <> 'n' and c.conrelid <> 0 and c.conrelid <> 'waymark.migration'::regclass
      order by c.conrelid::regclass::text, c.conname`,
  ],
  [
    'Indexes',
    `select indexdef as line from pg_indexes i where schemaname in ('waymark', 'gate') and tablename <> 'migration'
        and not exists (select from pg_constraint c where c.conname = i.indexname) order by indexname`,
  ],
  [
    'Policies',
    `select format('%I.%I: %I%s for %s to %s%s%s', schemaname, tablename, policyname,
        case when permissive = 'RESTRICTIVE' then ' as restrictive' else '' end, lower(cmd), array_to_string(roles, ', '),
        coalesce(E'\\n  using ' || qual, ''), coalesce(E'\\n  with check ' || with_check, '')) as line
       from pg_policies where schemaname in ('waymark', 'gate') order by schemaname, tablename, policyname`,
  ],
  [
    'Grants on tables and columns',
    `select format('%s: %s may %s', t.name, t.grantee, string_agg(t.privilege, ', ' order by t.privilege)) as line from (
       select c.oid::regclass::text as name, x.grantee::regrole::text as grantee, lower(x.privilege_type) as privilege
         from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) x
        where n.nspname in ('waymark', 'gate') and c.relkind in ('r', 'v', 'p') and c.relname <> 'migration' and x.grantee <> c.relowner
       union all
       select a.attrelid::regclass::text, x.grantee::regrole::text, format('%s (%I)', lower(x.privilege_type), a.attname)
         from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) x
        where n.nspname in ('waymark', 'gate')) t
      group by t.name, t.grantee order by t.name, t.grantee`,
  ],
  [
    'Functions',
    `select format(E'-- owner %s, may be run by %s\\n%s', p.proowner::regrole,
        coalesce((select string_agg(case when x.grantee = 0 then 'everyone' else x.grantee::regrole::text end, ', ' order by x.grantee::regrole::text)
          from aclexplode(p.proacl) x where x.privilege_type = 'EXECUTE'), 'everyone'),
        pg_get_functiondef(p.oid)) as line
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('waymark', 'gate') order by n.nspname, p.proname, p.oid::regprocedure::text`,
  ],
  [
    'Triggers',
    `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
       join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('waymark', 'gate') and not t.tgisinternal order by c.relname, t.tgname`,
  ],
  [
    'Comments',
    `select format('%s%s: %s', d.objoid::regclass, coalesce('.' || a.attname, ''), d.description) as line
       from pg_description d join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
       join pg_namespace n on n.oid = c.relnamespace
       left join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid and d.objsubid > 0
      where n.nspname in ('waymark', 'gate') order by d.objoid::regclass::text, d.objsubid`,
  ],
]

/**
 * What the database is after the last migration, as text for a person and for a diff.
 * Made from the catalogue, so that it needs no program but the database.
 */
export async function describeSchema(client: Client): Promise<string> {
  const parts = [
    '-- Made by `npm run db` from the migrations. Do not edit; read it, and read its diff.\n',
  ]
  for (const [heading, query] of PARTS) {
    const { rows } = await client.query<{ line: string }>(query)
    const lines = rows.map((r) => r.line.trimEnd()).join('\n\n')
    parts.push(`\n-- ${heading} ${'-'.repeat(Math.max(0, 90 - heading.length))}\n\n${lines}\n`)
  }
  return parts.join('')
}
