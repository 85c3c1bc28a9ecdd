/** What is written in invented referrals, by the form's own field ids. Invented from beginning to end. */

type Written = Readonly<Record<string, string>>

/** Begun for another situation, and not finished: what the worker of the story has written so far. */
export const BEGUN_IN_STORY: Written = {
  'how-did-the-exploitation-start':
    'The young person says that a man who sat beside them in the library asked whether they wanted to earn a little with their phone. He spoke their language. He said that others from the college did it too, and that it was nothing: money would come into an account and go out again.',
  'were-they-taken-somewhere-by-their-exploiter': 'no',
  'what-were-they-required-to-do':
    'To open an account in their own name, to give the card and the number to the man, and to stand at a cash machine twice with an older man behind them. They were told to say, if anybody asked, that a cousin had sent the money.',
  'still-in-exploitative-situation': 'no',
  'how-why-did-they-leave-the-situation':
    'They told their key worker after the second time, because the older man had said that the account was theirs and so was the debt.',
}

/** A whole one. Name, birth and who writes come from the record. */
export const WHOLE: Written = {
  birthplace: 'Not known. They say: a village near a river, in the north of the country',
  family: 'Mother and two younger brothers. The young person does not know where they are now.',
  education:
    'Two years of school before the journey. College here since last autumn, in English classes.',
  'employment-history': 'None. They helped in a relative’s field before and after school.',
  'potential-victim-exploitative-situation-multiple': 'no',
  'when-did-the-exploitation-take-place': 'About March 2025 to February 2026',
  'how-did-the-exploitation-start':
    'The young person was met on arrival by two adults who said that the journey had been paid for and had to be worked off. They were given a phone that only these adults rang. They say: “They said the number that I owed, and each week it was more.”',
  'were-they-taken-somewhere-by-their-exploiter': 'yes',
  'were-they-taken-somewhere-by-their-exploiter-journey-details':
    'By van at night, about four hours, the back without windows. Moved twice more between houses in the following months, each time without being told where.',
  'what-were-they-required-to-do':
    'To water and cut plants in a house with covered windows, every day, alone for most of it. They slept in the same room. When a plant failed the sum they owed was made larger.',
  'living-conditions':
    'A mattress beside the lamps, heat and noise day and night, food brought twice a week. The outer door was locked from outside.',
  'how-they-were-treated':
    'Struck on two occasions that they told us of. Threatened that their mother would be asked for the money. Not allowed to see a doctor for a burn on the arm, which the hospital has since treated.',
  'still-in-exploitative-situation': 'no',
  'how-why-did-they-leave-the-situation':
    'They climbed out of a window during a fire in the next house and were found by a neighbour, who called for help.',
  'when-last-contact': 'within-the-last-3-month',
  'details-last-contact':
    'A man waited outside the college in a grey car and said the sum once more. It was reported the same day.',
  'is-this-the-first-chance-to-report': 'no',
  'why-report-now':
    'They were told that the police would send them away and that their mother would pay. They spoke after three months with the same key worker and the same interpreter, a little each time.',
  'modern-slavery-indicators': 'yes',
  'modern-slavery-indicators-details':
    'No phone of their own, a debt that grew, marks of burns, coached answers in the first weeks, afraid of unknown cars. Seen by the key worker and by the college’s tutor between April and September 2026.',
  'where-how-interview-carried-out':
    'Four talks at the family centre, with the same woman interpreter in their own language and their guardian beside them. Breaks when they asked. Nothing was asked twice. After each they chose what to do for the rest of the day.',
  'professional-insight':
    'What they told us was the same each time in what matters, and grew as trust did. The hospital’s notes of the burn, the neighbour’s account and the college’s record of the grey car agree with it. I have known them for seven months and see them startle at knocking.',
  'evidence-of-dishonesty': 'no',
  'where-exploitation-happened': 'uk',
  'where-exploitation-happened-uk-city-1': 'Leeds',
  'current-pv-location-uk-city': 'York',
  'current-pv-location-uk-region': 'North Yorkshire',
  'who-exploited-pv':
    'Two men of about forty, one with a scar through the left eyebrow, called “uncle” by the others. A white van; later a grey car. A phone number is on the police’s file.',
  'exploiters-location': 'no',
  'types-of-exploitation-forced-to-work': 'yes',
  'types-of-exploitation-forced-to-commit-crime': 'yes',
  'any-other-pvs': 'not-sure',
  'other-potential-victims-not-sure-details':
    'They heard another voice through a wall, once, and never saw who it was.',
  'future-exploitation-concerns': 'yes',
  'future-exploitation-reasons':
    'The debt is still being asked for, and the college is known to the men.',
  'reported-to-police': 'yes',
  'reported-to-police-police-forces': 'North Yorkshire Police',
  'reported-to-police-crime-reference': '12260000000',
  'authorities-cooperation': 'yes',
  'authorities-cooperation-details':
    'If somebody they know is beside them, and not at the station.',
  'pv-gender': 'male',
  'does-pv-have-children': 'no',
  'pv-nationality': 'Unknown',
  'pv-interpreter-requirements': 'yes',
  'pv-interpreter-requirements-language':
    'As on the record; the same interpreter as before, if that can be',
  'pv-other-help-with-communication': 'no',
  'pv-ho-reference': 'no',
  'fr-location': 'england',
  'user-organisation': 'City of York Council',
  'pv-under-age': 'yes',
  'local-authority-contacted-about-child-local-authority-name': 'City of York Council',
  'local-authority-contacted-about-child-local-authority-phone': '01904 000000',
  'local-authority-contacted-about-child-local-authority-email': 'front.door@example.gov.uk',
  'are-others-involved': 'yes',
  'are-others-involved-details':
    'The guardian, the college’s tutor, a solicitor and the hospital’s burns clinic.',
  'fr-details-role': 'Practitioner',
  'fr-details-phone': '01904 000001',
  'fr-alternative-contact': 'duty@example.gov.uk',
}
