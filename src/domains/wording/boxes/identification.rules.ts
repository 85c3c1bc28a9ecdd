// Whose words each box holds: worries, situations, protection, letters, missed chances, contact abroad, the referral for help.
import type { Boxes } from './boxes-of-form.rules.ts'

const child = '/children/:childId'
const concern = `${child}/concerns/:concern`
const referral = `${child}/referral-for-help/:referral`

/** The long answers of the Home Office's form, as its fields are called. A test holds them against the form. */
const NARRATIVE: readonly string[] = [
  'what-happened',
  'family',
  'education',
  'employment-history',
  'when-did-the-exploitation-take-place',
  'when-did-the-exploitation-take-place-multiple',
  'how-did-the-exploitation-start',
  'were-they-taken-somewhere-by-their-exploiter-journey-details',
  'what-were-they-required-to-do',
  'living-conditions',
  'how-they-were-treated',
  'what-is-keeping-them-in-situation',
  'how-why-did-they-leave-the-situation',
  'details-last-contact',
  'yes-the-first-chance-to-report',
  'not-sure-the-first-chance-to-report',
  'why-report-now',
  'modern-slavery-indicators-details',
  'where-how-interview-carried-out',
  'professional-insight',
  'evidence-of-dishonesty-details',
  'are-others-involved-details',
  'where-exploitation-happened-other-uk-other-location',
  'where-exploitation-happened-other-overseas-other-location',
  'who-exploited-pv',
  'exploiters-current-location-details',
  'other-exploitation-details',
  'other-potential-victims-yes-details',
  'other-potential-victims-not-sure-details',
  'future-exploitation-reasons',
  'authorities-cooperation-details',
  'refuse-nrm',
  'no-contact-details',
  'what-evidence-you-will-submit',
  'more-than-one-exploitation-situation',
  'why-are-you-making-the-referral',
  'why-they-stayed',
]

export const BOXES_OF_IDENTIFICATION: readonly Boxes[] = [
  {
    at: `${child}/concerns/add`,
    ours: ['seen', 'context', 'fewChoices'],
    theirs: ['childWords'],
    change: 'said',
  },
  { at: `${concern}/look`, ours: ['reasoning'], change: 'said' },
  { at: `${concern}/second-look`, ours: ['reasoning'], change: 'said' },
  { at: `${concern}/response`, ours: ['what'], change: 'said' },
  { at: `${concern}/decide`, ours: ['reasoning', 'aboutDisagreement'], change: 'said' },
  { at: `${child}/situations/add`, ours: ['what', '*RestsOn'], change: 'after' },
  {
    at: `${child}/situations/:situation`,
    ours: ['what', '*RestsOn', 'notSoBecause'],
    change: 'here',
  },
  { at: `${child}/protection/:kind/add`, ours: ['words', 'refusedBecause'], change: 'after' },
  { at: `${child}/protection/step/:step`, ours: ['words', 'refusedBecause'], change: 'here' },
  // `words` is what the other body said.
  { at: `${child}/referrals/:referral`, ours: ['because'], theirs: ['words'], change: 'here' },
  { at: `${child}/cross-border/add`, ours: ['why'], theirs: ['childView'], change: 'said' },
  {
    at: `${child}/cross-border/:contact`,
    ours: ['protects', 'cameOfIt'],
    theirs: ['words'],
    change: 'said',
  },
  { at: `${child}/missed-chances/add`, ours: ['what', 'wouldHaveHelped'], change: 'said' },
  { at: `${child}/missed-chances/:chance/learning/add`, ours: ['words'], change: 'said' },
  { at: `${child}/missed-chances/:chance/end`, ours: ['words'], change: 'said' },
  { at: `${referral}/form/:step`, ours: NARRATIVE, change: 'here' },
  {
    at: `${referral}/their-view`,
    ours: ['toldHow', 'notToldWhy'],
    theirs: ['words'],
    change: 'here',
  },
  { at: `${referral}/ask-review`, ours: ['noNamesWhy'], change: 'said' },
  { at: `${referral}/review`, ours: ['notes'], change: 'said' },
  { at: `${referral}/documents`, ours: ['description', 'noDateWhy'], change: 'said' },
  { at: `${referral}/documents/:document/take-out`, ours: ['why'], change: 'said' },
  { at: `${referral}/not-sent`, ours: ['why'], change: 'said' },
  // The reasons are the Home Office’s, as it gave them.
  { at: `${referral}/decisions/add`, ours: [], theirs: ['reasons'], change: 'said' },
  { at: `${referral}/decisions/:decision/set-aside`, ours: ['why'], change: 'said' },
]
