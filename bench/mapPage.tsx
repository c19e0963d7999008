import { FluentProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { steps } from '../src/catalog/steps';
import { themeOf } from '../src/taskpane/parts/theme';
import { LangContext } from '../src/taskpane/words/say';
import type { Scope, ScopeItem } from '../src/workshop/model/scope';
import { Workshop } from '../src/workshop/view/Workshop';

/** A page with nothing but the large map: `?items=650`, of which one of three is picked. */
const count = Number(new URLSearchParams(window.location.search).get('items'));
const dimensions = Array.from({ length: 6 }, (_, i) => ({ id: `d${i}`, label: `Dimension ${i}` }));
const items = Array.from({ length: count }, (_, i): ScopeItem => ({
  id: `i${i}`,
  step: steps[i % 5] as ScopeItem['step'],
  item: `Item ${i}: a sentence about what a client may want, as long as those of a catalog are`,
  explanation: '',
  dimension: `d${Math.floor(i / 5) % 6}`,
  module: '',
  said: i % 3 === 0 ? { pick: 'yes' } : {},
  own: false,
  retired: false,
  effort: '',
  moves: [],
}));
const headers = ['pick', 'priority', 'phase', 'owner', 'wording', 'comment'];
const scope: Scope = {
  title: 'A large engagement',
  currency: 'CNY',
  branches: steps.map((step) => ({ step, name: step, dimensions, modules: [] })),
  items,
  calls: items.slice(5).map(({ id }, i) => ({ from: `i${i}`, to: id, strength: 1 + (i % 3) })),
  metrics: [],
  choices: { pick: [], priority: [], phase: [] },
  headers: Object.fromEntries(
    [...headers, 'dimension', 'module', 'item', 'explanation'].map((id) => [id, id]),
  ) as Scope['headers'],
  meeting: undefined,
  capacity: { days: {}, room: {} },
};

const done = () => Promise.resolve({ added: [] });
createRoot(document.body.firstElementChild as HTMLElement).render(
  <LangContext value="en">
    <FluentProvider theme={themeOf('light')} style={{ height: '100vh' }}>
      <Workshop
        shown={{ scope, busy: false, canDownload: true }}
        acts={{ say: done, undo: done, redo: done, goTo: () => undefined, close: () => undefined }}
      />
    </FluentProvider>
  </LangContext>,
);
