/**
 * How our forms of exploitation read in the lists of others: the National Referral Mechanism's form and
 * statistics, the factors of the children in need census, and IOM's HTCDS 2.0. Data, version by version;
 * our judgement, not an official mapping. What has no code of its own says so.
 */
export const CROSSWALK_VERSION = '2026-11-25'
export const CROSSWALK_SOURCE =
  'Read from the Home Office form (April 2026), the quarterly NRM statistics, the children in need census 2026 and HTCDS 2.0 (IOM, CC BY 4.0). Our judgement, to be confirmed'

export type NrmStatistic =
  | 'Criminal'
  | 'Sexual'
  | 'Labour'
  | 'Domestic'
  | 'Organ Harvesting'
  | 'Not specified or unknown'

export type Crosswalk = {
  /** Tick boxes of the NRM form, by their field names. Empty: nothing to tick yet. */
  readonly nrmForm: readonly string[]
  readonly nrmStatistics: NrmStatistic
  /** The statistics flag county lines apart. */
  readonly countyLines: 'yes' | 'perhaps' | 'no'
  readonly cinFactors: readonly string[]
  readonly htcds: string
  /** Said where the target has no code for it, so that nothing is lost on the way. */
  readonly htcdsDetail: string | undefined
}

const NRM = 'types-of-exploitation-'

function row(
  nrm: readonly string[],
  nrmStatistics: NrmStatistic,
  cinFactors: readonly string[],
  htcds: string,
  more: Partial<Pick<Crosswalk, 'countyLines' | 'htcdsDetail'>> = {},
): Crosswalk {
  return {
    nrmForm: nrm.map((name) => NRM + name),
    nrmStatistics,
    countyLines: more.countyLines ?? 'no',
    cinFactors,
    htcds,
    htcdsDetail: more.htcdsDetail,
  }
}

const crime = (htcdsDetail: string, countyLines: Crosswalk['countyLines'] = 'no') =>
  row(['forced-to-commit-crime'], 'Criminal', ['24A', '12A'], 'Other', { countyLines, htcdsDetail })

/** By the code of the shared list. */
export const CROSSWALKS = {
  criminal_drugs: crime('Criminal exploitation: drugs', 'perhaps'),
  criminal_cannabis: crime('Criminal exploitation: cannabis'),
  criminal_theft: crime('Criminal exploitation: theft'),
  criminal_concealment: crime(
    'Criminal exploitation: coerced internal concealment of drugs',
    'perhaps',
  ),
  criminal_other: crime('Criminal exploitation'),
  begging: row(['forced-to-commit-crime'], 'Criminal', ['24A', '12A'], 'ForcedBegging'),
  sexual: row(['child-exploitation'], 'Sexual', ['11A', '12A'], 'SexualExploitation'),
  sexual_sold: row(['prostitution'], 'Sexual', ['11A', '12A'], 'SexualExploitation', {
    htcdsDetail: 'TypeOfSexExploitation: Prostitution',
  }),
  sexual_held: row(['taken-somewhere'], 'Sexual', ['11A', '12A'], 'SexualExploitation'),
  labour: row(['forced-to-work'], 'Labour', ['12A'], 'ForcedLabour'),
  labour_wages: row(['wages-taken'], 'Labour', ['12A'], 'ForcedLabour', {
    htcdsDetail: 'MethodsOfControl: TakesEarnings',
  }),
  servitude: row(['unpaid-household-work'], 'Domestic', ['12A'], 'Servitude'),
  forced_marriage: row(['other'], 'Not specified or unknown', ['12A'], 'ForcedMarriage'),
  illegal_adoption: row(['other'], 'Not specified or unknown', ['12A'], 'ForcedAdoption'),
  financial: row(['forced-to-commit-fraud'], 'Criminal', ['24A', '12A'], 'Other', {
    htcdsDetail: 'Financial exploitation',
  }),
  benefit_fraud: row(['forced-to-commit-fraud'], 'Criminal', ['12A'], 'Other', {
    htcdsDetail: 'Benefit fraud',
  }),
  organ_removal: row(['organs-removed'], 'Organ Harvesting', ['12A'], 'OrganRemoval'),
  not_yet_known: row([], 'Not specified or unknown', ['12A'], 'Other', {
    htcdsDetail: 'Not yet known',
  }),
  other: row(['other'], 'Not specified or unknown', ['12A'], 'Other'),
} as const satisfies Record<string, Crosswalk>

export type SharedForm = keyof typeof CROSSWALKS
export const SHARED_FORMS = Object.keys(CROSSWALKS)

const isShared = (code: string): code is SharedForm => Object.hasOwn(CROSSWALKS, code)

/** Where a form stands in the others' lists; a service's own addition goes by what it is nearest to. */
export function crosswalkOf(form: {
  readonly code: string
  readonly near: string | undefined
}): Crosswalk | undefined {
  const code = form.near ?? form.code
  return isShared(code) ? CROSSWALKS[code] : undefined
}

/** The category of the NRM statistics for several forms, as the tables combine them. */
export function nrmStatisticsOf(crosswalks: readonly Crosswalk[]): string {
  const order: readonly NrmStatistic[] = [
    'Sexual',
    'Labour',
    'Domestic',
    'Organ Harvesting',
    'Criminal',
  ]
  const there = order.filter((s) => crosswalks.some((c) => c.nrmStatistics === s))
  if (there.length === 0) return 'Not specified or unknown'
  const last = there.at(-1)
  return there.length === 1 ? (last ?? '') : `${there.slice(0, -1).join(', ')} & ${last}`
}
