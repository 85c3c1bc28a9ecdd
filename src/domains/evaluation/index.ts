/** The public face of evaluation: all another domain may import. */
export { ARTICLES, type Article, articleInWords } from './articles.rules.ts'
