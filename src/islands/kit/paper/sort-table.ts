import { nextOrder, sortedRows, type SortOrder } from './sort-rows.ts';

/** A table whose headers sort it; a third click brings back the order it came in. */
class SortTable extends HTMLElement {
  connectedCallback() {
    const body = this.querySelector('tbody');
    const names = [...this.querySelectorAll<HTMLElement>('thead .name')];
    if (!body || this.querySelector('button')) return;
    const original = [...body.rows];
    names.forEach((name, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      name.replaceWith(button);
      button.append(name);
      button.addEventListener('click', () => {
        const header = button.closest('th');
        const order = nextOrder(header?.getAttribute('aria-sort') as SortOrder);
        for (const { parentElement } of this.querySelectorAll('th > button'))
          parentElement?.removeAttribute('aria-sort');
        if (order) header?.setAttribute('aria-sort', order);
        const value = (row: HTMLTableRowElement) => row.cells[column]?.dataset['value'] ?? '';
        body.append(...sortedRows(original, value, order));
      });
    });
  }
}

customElements.define('sort-table', SortTable);
