// Before the first paint: asks for typefaces ahead of the text, unless they are to come later.
if (document.documentElement.dataset.typefaces !== 'later')
  for (const href of document.currentScript.dataset.files.split(' ')) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', href });
    document.head.append(link);
  }
