/** The articles of the UN Convention on the Rights of the Child that give rights, each named in a few of our own words. */
const NAMES = [
  'Everyone under 18',
  'No discrimination',
  'Best interests first',
  'Rights made real',
  'Guidance from family',
  'Life, survival and development',
  'Name and nationality',
  'Identity kept',
  'Staying with parents',
  'Family across borders',
  'Not taken abroad unlawfully',
  'Being heard',
  'Expression and information',
  'Thought, belief and religion',
  'Meeting and joining others',
  'Privacy',
  'Information and media',
  'Parents supported',
  'Safe from violence and neglect',
  'Care away from family',
  'Adoption',
  'Refugee children',
  'Disabled children',
  'Health',
  'Review of care',
  'Social security',
  'Standard of living',
  'Education',
  'Aims of education',
  'Minority culture, language and religion',
  'Rest, play and culture',
  'Safe from harmful work',
  'Safe from drugs',
  'Safe from sexual exploitation',
  'Safe from sale and trafficking',
  'Safe from other exploitation',
  'Detention and cruel treatment',
  'War',
  'Recovery after harm',
  'Justice for children',
  'The better law counts',
  'Knowing these rights',
] as const

export type Article = { readonly number: number; readonly name: string }

export const ARTICLES: readonly Article[] = NAMES.map((name, n) => ({ number: n + 1, name }))

/** Article 12: Being heard. */
export function articleInWords(number: number): string {
  const article = ARTICLES[number - 1]
  return article ? `Article ${number}: ${article.name}` : `Article ${number}`
}
