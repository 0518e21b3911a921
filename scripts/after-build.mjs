// npm runs it after `build`, so that what a publisher has to know stands in the last line.
if (!process.env.SITE_URL)
  console.log(
    'Built without SITE_URL: feeds, sitemap, canonical addresses and pictures for cards are left out. ' +
      'SITE_URL=https://your.host npm run build adds them.',
  );
