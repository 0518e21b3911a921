import { words } from './words.ts';

/** What the search says around what it finds. */
export const searchSentences = words('search', {
  search: 'Search',
  results: 'Results',
  close: 'Close',
  tryAgain: 'Try again',
  empty: 'Type a word to search articles, figures and terms.',
  loading: 'Loading …',
  broken: 'The search could not be loaded. Check the connection and try again.',
  unbuilt: 'What is searched is made when the site is built: {command}.',
  nothing: 'Nothing here says “{query}”, nor anything near it.',
  near: 'Nothing here says “{query}”. Nearest in spelling: {words}.',
  one: 'One result.',
  several: '{n} results.',
  first: 'The first {n} results.',
  figureIn: 'Figure · {title}',
  article: 'Article',
  page: 'Page',
});
