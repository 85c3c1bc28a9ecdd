/** The files of an SSDA903 return and their columns, as the collection year 2026 has them. Pure. */
export const FILE_KINDS = [
  'header',
  'episodes',
  'reviews',
  'missing',
  'uasc',
  'oc2',
  'oc3',
  'ad1',
  'placed_adoption',
  'prev_perm',
  'social_worker',
  'dolo',
] as const
export type FileKind = (typeof FILE_KINDS)[number]

/**
 * What a column holds. `happened` is a day on which something took place, so it is never in the
 * future; `date` may be (an order that runs until a day still to come).
 */
export type ColumnType = 'id' | 'text' | 'happened' | 'date' | 'code' | 'number'

/**
 * `blank`: what becomes of a row in which the value is left out. `wrong`: what becomes of a row in
 * which it cannot be read. A row is refused only where using it would record something false.
 */
export type Column = {
  readonly name: string
  readonly type: ColumnType
  readonly blank: 'refused' | 'warned' | 'fine'
  readonly wrong: 'refused' | 'warned'
}

export type Table = {
  readonly kind: FileKind
  /** As people call the file, for sentences. */
  readonly title: string
  /** As people call one row of it. */
  readonly one: string
  readonly columns: readonly Column[]
  /** The columns that, with the child, tell one row from another. */
  readonly key: readonly string[]
  /** Said afresh every year, so that last year's row stays beside this year's. */
  readonly yearly: boolean
  /** The columns that begin and end a stretch of time. */
  readonly span?: readonly [string, string]
}

const needed = (name: string, type: ColumnType): Column => ({
  name,
  type,
  blank: 'refused',
  wrong: 'refused',
})
const expected = (name: string, type: ColumnType): Column => ({
  name,
  type,
  blank: 'warned',
  wrong: 'warned',
})
const optional = (name: string, type: ColumnType): Column => ({
  name,
  type,
  blank: 'fine',
  wrong: 'warned',
})
/** May be blank, and then says that it has not ended; so a wrong value cannot be read as blank. */
const ending = (name: string, type: ColumnType = 'happened'): Column => ({
  name,
  type,
  blank: 'fine',
  wrong: 'refused',
})

const CHILD = needed('CHILD', 'id')
const DOB = expected('DOB', 'happened')

export const TABLES: Readonly<Record<FileKind, Table>> = {
  header: {
    kind: 'header',
    title: 'Header',
    one: 'Header',
    key: [],
    yearly: false,
    columns: [
      CHILD,
      expected('SEX', 'code'),
      needed('DOB', 'happened'),
      expected('ETHNIC', 'code'),
      expected('UPN', 'text'),
      optional('MOTHER', 'code'),
      optional('MC_DOB', 'happened'),
    ],
  },
  episodes: {
    kind: 'episodes',
    title: 'Episodes',
    one: 'Episode',
    key: ['DECOM'],
    yearly: false,
    span: ['DECOM', 'DEC'],
    columns: [
      CHILD,
      needed('DECOM', 'happened'),
      expected('RNE', 'code'),
      expected('LS', 'code'),
      expected('CIN', 'code'),
      expected('PLACE', 'code'),
      optional('PLACE_PROVIDER', 'code'),
      ending('DEC'),
      optional('REC', 'code'),
      optional('REASON_PLACE_CHANGE', 'code'),
      optional('HOME_POST', 'text'),
      optional('PL_POST', 'text'),
      optional('URN', 'text'),
    ],
  },
  reviews: {
    kind: 'reviews',
    title: 'Reviews',
    one: 'Review',
    key: ['REVIEW'],
    yearly: false,
    columns: [CHILD, DOB, needed('REVIEW', 'happened'), expected('REVIEW_CODE', 'code')],
  },
  missing: {
    kind: 'missing',
    title: 'Missing',
    one: 'Missing period',
    key: ['MIS_START'],
    yearly: false,
    span: ['MIS_START', 'MIS_END'],
    columns: [
      CHILD,
      DOB,
      expected('MISSING', 'code'),
      needed('MIS_START', 'happened'),
      ending('MIS_END'),
    ],
  },
  uasc: {
    kind: 'uasc',
    title: 'UASC',
    one: 'UASC record',
    key: [],
    yearly: false,
    columns: [CHILD, DOB, expected('SEX', 'code'), optional('DUC', 'date')],
  },
  oc2: {
    kind: 'oc2',
    title: 'OC2',
    one: 'OC2 record',
    key: [],
    yearly: true,
    columns: [
      CHILD,
      DOB,
      optional('SDQ_SCORE', 'number'),
      optional('SDQ_REASON', 'code'),
      optional('CONVICTED', 'code'),
      optional('HEALTH_CHECK', 'code'),
      optional('IMMUNISATIONS', 'code'),
      optional('TEETH_CHECK', 'code'),
      optional('HEALTH_ASSESSMENT', 'code'),
      optional('SUBSTANCE_MISUSE', 'code'),
      optional('INTERVENTION_RECEIVED', 'code'),
      optional('INTERVENTION_OFFERED', 'code'),
    ],
  },
  oc3: {
    kind: 'oc3',
    title: 'OC3',
    one: 'OC3 record',
    key: [],
    yearly: true,
    columns: [
      CHILD,
      DOB,
      expected('IN_TOUCH', 'code'),
      expected('ACTIV', 'code'),
      expected('ACCOM', 'code'),
    ],
  },
  ad1: {
    kind: 'ad1',
    title: 'AD1',
    one: 'AD1 record',
    key: [],
    yearly: false,
    columns: [
      CHILD,
      DOB,
      expected('DATE_INT', 'happened'),
      expected('DATE_MATCH', 'happened'),
      expected('FOSTER_CARE', 'code'),
      expected('NB_ADOPTR', 'number'),
      expected('SEX_ADOPTR', 'code'),
      expected('LS_ADOPTR', 'code'),
    ],
  },
  placed_adoption: {
    kind: 'placed_adoption',
    title: 'Placed for adoption',
    one: 'Placed for adoption record',
    key: ['DATE_PLACED'],
    yearly: false,
    span: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    columns: [
      CHILD,
      DOB,
      needed('DATE_PLACED', 'happened'),
      ending('DATE_PLACED_CEASED'),
      optional('REASON_PLACED_CEASED', 'code'),
    ],
  },
  prev_perm: {
    kind: 'prev_perm',
    title: 'Previous permanence',
    one: 'Previous permanence record',
    key: [],
    yearly: false,
    columns: [
      CHILD,
      DOB,
      expected('PREV_PERM', 'code'),
      optional('LA_PERM', 'text'),
      optional('DATE_PERM', 'happened'),
    ],
  },
  social_worker: {
    kind: 'social_worker',
    title: 'Social worker episodes',
    one: 'Social worker episode',
    key: ['SW_DECOM'],
    yearly: false,
    span: ['SW_DECOM', 'SW_DEC'],
    columns: [
      CHILD,
      DOB,
      expected('SW_ID', 'text'),
      needed('SW_DECOM', 'happened'),
      ending('SW_DEC'),
      optional('SW_REASON', 'code'),
    ],
  },
  dolo: {
    kind: 'dolo',
    title: 'Deprivation of liberty orders',
    one: 'Deprivation of liberty order',
    key: ['DOLO_START'],
    yearly: false,
    span: ['DOLO_START', 'DOLO_END'],
    columns: [CHILD, DOB, needed('DOLO_START', 'date'), ending('DOLO_END', 'date')],
  },
}
