import { AsyncLocalStorage } from 'node:async_hooks';
import { defineMiddleware } from 'astro:middleware';
import { english, languageAt, tablesIn } from './languages.ts';
import { speakFrom, type Tables } from './words/words.ts';

const spoken = new AsyncLocalStorage<Tables>();
speakFrom(() => spoken.getStore() ?? {});

/** Makes each page in the language that its address names. */
export const onRequest = defineMiddleware(({ url }, next) => {
  const { code } = languageAt(url);
  if (code === english.code) return next();
  return spoken.run(tablesIn(code), async () => {
    const response = await next();
    // A page is made as it is read, which has to happen here.
    return new Response(await response.text(), response);
  });
});
