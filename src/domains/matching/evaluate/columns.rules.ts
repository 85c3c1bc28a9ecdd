/** What a column of a file is read as. `group` columns only say how results are grouped. */
export type Reading =
  | 'given'
  | 'middle'
  | 'family'
  | 'name'
  | 'alias'
  | 'birth'
  | 'birth-from'
  | 'birth-to'
  | 'birth-year'
  | 'birth-month'
  | 'birth-day'
  | 'sex'
  | 'document'
  | 'phone'
  | 'email'
  | 'postcode'
  | 'place'
  | 'address'
  | 'language'
  | 'tradition'
  | 'birth-status'

/**
 * The usual names of columns, without case, spaces and signs. A nationality or a country has none here: such a
 * column is left alone.
 */
const NAMES: Readonly<Record<Reading, string>> = {
  given:
    'given givenname givennames firstname firstnames first forename forenames fname gname name1 christianname prenom',
  middle: 'middle middlename middlenames secondname secondgivenname mname',
  family:
    'family familyname surname surnames lastname lastnames last lname sname name2 secondsurname fathername fathersname grandfathername grandfathersname patronymic',
  name: 'name names fullname wholename personname childname childsname nameaswritten displayname namewritten',
  alias:
    'alias aliases aka akas alsoknownas knownas othername othernames previousname previousnames formername nickname preferredname maidenname birthname goesby namenative nativename nameoriginal originalname namescript nameinscript',
  birth:
    'dob dateofbirth birthdate datebirth birthday born birth bday dobstated stateddob statedateofbirth',
  'birth-from': 'dobfrom dobearliest earliestdob birthfrom earliestdateofbirth',
  'birth-to': 'dobto doblatest latestdob birthto latestdateofbirth',
  'birth-year': 'yearofbirth birthyear yob dobyear byear',
  'birth-month': 'monthofbirth birthmonth mob dobmonth bmonth',
  'birth-day': 'dayofbirth birthdayofmonth dobday bday1 birthdaynumber',
  sex: 'sex gender sexatbirth',
  document:
    'document documents documentnumber documentno docnumber docno passport passportnumber passportno socsecid ssn socialsecuritynumber nino nationalinsurancenumber nhs nhsnumber nhsno upn uniquepupilnumber homeofficereference homeofficeref horef portreference portref arc arcnumber nationalid nationalidnumber idnumber identitynumber uan',
  phone:
    'phone phones phonenumber telephone telephonenumber tel telno mobile mobilenumber mobilephone cell cellphone phoneno',
  email: 'email emails emailaddress mail',
  postcode: 'postcode postcodes postalcode zip zipcode pcode postcodehome homepostcode',
  place:
    'place town city suburb village locality placeofbirth birthplace townofbirth posttown municipality',
  address:
    'address address1 address2 address3 addressline addressline1 addressline2 addressline3 street streetname streetaddress streetnumber streetno housenumber houseno house homeaddress line1 line2',
  language:
    'language languages firstlanguage mainlanguage mothertongue homelanguage preferredlanguage',
  tradition: 'tradition nametradition namingtradition nameorigin nametype group namegroup',
  'birth-status':
    'dobstatus birthstatus dobprecision dobsource dobkind dateofbirthstatus dobtype dobquality',
}

const READINGS = new Map<string, Reading>(
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of NAMES
  (Object.entries(NAMES) as [Reading, string][]).flatMap(([reading, names]) =>
    names.split(' ').map((name): [string, Reading] => [name, reading]),
  ),
)

const plain = (header: string): string => header.toLowerCase().replace(/[^a-z0-9]/g, '')

/** A further claim of something: dob_2, other dob, assessed date of birth, phone2. */
const FURTHER =
  /^(?:other|alternative|alternate|alt|second|2nd|claimed|stated|assessed|documented|document|previous|home|work|main|current|new|old|child|childs|person|pupil|student|client)?(.+?)(?:[0-9]|other|alt|alternative|claimed|stated|assessed|documented)?$/

/** What a header is usually the name of; undefined for columns that are left alone. */
export function readingOf(header: string): Reading | undefined {
  const name = plain(header)
  const further = FURTHER.exec(name)?.[1] ?? ''
  return READINGS.get(name) ?? READINGS.get(further)
}

/** The reading of every column; the first is the record's own id, whatever it is called. */
export const readingsOf = (header: readonly string[]): readonly (Reading | undefined)[] =>
  header.map((name, n) => (n === 0 ? undefined : readingOf(name)))
