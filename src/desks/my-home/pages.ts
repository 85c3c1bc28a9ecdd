import { myHome } from './my-home.page.ts'

export const myHomePages = [myHome]
