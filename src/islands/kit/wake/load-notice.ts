import { figureWords } from '../../../words/figure-words.ts';

/** What a figure says below itself while its script is on its way, or when it doesn't come. */
type LoadTrouble = 'slow' | 'failed' | 'outdated' | 'closed';

/**
 * Says below an island what is the matter with its script, with what helps beside it; says nothing if nothing is the matter.
 * It stands outside the island, whose content belongs to the script that may still come.
 */
export function tellReader(island: Element, trouble: LoadTrouble | undefined): void {
  const next = island.nextElementSibling;
  if (next?.classList.contains('load-notice')) next.remove();
  if (!trouble) return;
  const notice = document.createElement('div');
  notice.className = 'load-notice';
  notice.setAttribute('role', 'alert');
  const sentence = document.createElement('p');
  sentence.textContent = figureWords[trouble];
  notice.append(sentence);
  if (trouble === 'failed' || trouble === 'outdated') notice.append(reloadButton());
  if (trouble === 'closed' && window.parent !== window) notice.append(ownWindow());
  island.after(notice);
}

function reloadButton(): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = figureWords.reload;
  button.addEventListener('click', () => location.reload());
  return button;
}

function ownWindow(): HTMLElement {
  const link = document.createElement('a');
  link.href = location.href;
  link.target = '_blank';
  link.textContent = figureWords.openAlone;
  return link;
}
