import fc from 'fast-check';
import type { Outline } from '../../src/deliver';
import { applyEdits, editsOf } from '../../src/deliver/map/edits';
import {
  mapFormats,
  mapOf,
  mergeMaps,
  misfitOf,
  readMap,
  type MapNode,
} from '../../src/deliver/map';
import { newNode, walk } from '../../src/deliver/map/node';
import type { Engagement } from '../../src/engagement/schema';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { engagementOf } from '../support/desk';
import { storyOf } from './outlines';

const said: Partial<Engagement> = {
  settings: { project: 'Project one' },
  ask: { 's.ask.1': { pick: 'yes', owner: 'Lin' }, 's.ask.2': { pick: 'maybe' } },
  pain: {
    's.pain.1': { pick: 'yes', priority: 'high' },
    's.pain.2': { pick: 'yes', wording: 'Pain two in our words' },
    'custom.pain.1': { pick: 'yes', item: 'A pain of our own', dimension: 's.area' },
  },
  function: { 's.fn.1': { pick: 'yes', phase: 'now', comment: 'first' } },
};

let outline: Outline;
let sent: MapNode;
beforeAll(async () => {
  outline = await storyOf(said);
  sent = mapOf(outline);
});

/** The map with one node changed, or gone where `change` answers nothing. */
const edited = (
  root: MapNode,
  id: string,
  change: (node: MapNode) => MapNode | undefined,
): MapNode => ({
  ...root,
  children: root.children.flatMap((child) => {
    const next = child.id === id ? change(child) : child;
    return next ? [edited(next, id, change)] : [];
  }),
});
const under = (id: string, child: Partial<MapNode>) =>
  edited(sent, id, (node) => ({ ...node, children: [...node.children, newNode(child)] }));

const nothing = { changes: [], additions: [], conflicts: [] };

test('a map holds what was picked, by step and dimension, and why', () => {
  const byId = new Map([...walk(sent)].map((node) => [node.id, node]));
  expect(sent.text).toBe('Project one');
  expect(byId.get('s.pain.2')?.text).toBe('Pain two in our words');
  expect(byId.get('s.ask.2')?.fields).toEqual({ pick: 'Maybe' });
  expect(byId.get('s.ask.1')?.fields).toEqual({ owner: 'Lin' });
  expect(byId.get('s.ask.1')?.links).toEqual(['s.pain.1']);
  expect(byId.get('group.pain.s.area')?.children.map(({ id }) => id)).toEqual([
    's.pain.1',
    's.pain.2',
    'custom.pain.1',
  ]);
  expect(byId.has('s.pain.3')).toBe(false);
});

test.each(Object.keys(mapFormats))(
  'a map that comes back as it went, as %s, changes nothing',
  (ending) => {
    const format = mapFormats[ending] as (typeof mapFormats)[string];
    const content = format.write(sent, 'zh-CN');
    const back = format.read(typeof content === 'string' ? strToU8(content) : content);
    expect(mergeMaps(sent, back, outline)).toEqual(nothing);
  },
);

test('a new wording, an owner, a note and a removed item reach the engagement', () => {
  const back = edited(
    edited(
      edited(sent, 's.pain.1', (node) => ({
        ...node,
        text: 'Pain one, reworded',
        fields: { priority: 'Low' },
      })),
      's.fn.1',
      () => undefined,
    ),
    'custom.pain.1',
    (node) => ({ ...node, text: 'Our own, better said', note: 'Why it hurts' }),
  );
  const merge = mergeMaps(sent, back, outline);
  expect(merge.conflicts).toEqual([]);
  const next = applyEdits(engagementOf(said), editsOf(merge, outline));
  expect(next.pain).toMatchObject({
    's.pain.1': { pick: 'yes', wording: 'Pain one, reworded', priority: 'low' },
    'custom.pain.1': { item: 'Our own, better said', explanation: 'Why it hurts' },
  });
  expect(next.function['s.fn.1']).toMatchObject({ pick: 'no', phase: 'now', comment: 'first' });
});

test('putting the catalog’s words back clears the wording', () => {
  const back = edited(sent, 's.pain.2', (node) => ({ ...node, text: 'Pain 2' }));
  const next = applyEdits(engagementOf(said), editsOf(mergeMaps(sent, back, outline), outline));
  expect(next.pain['s.pain.2']?.wording).toBeNull();
});

test('a new node becomes an item of the dimension it hangs in, a new group a new dimension', () => {
  const back = edited(
    under('group.pain.s.area', { text: 'A new pain', fields: { owner: 'Wang' } }),
    'step.innovation',
    (node) => ({
      ...node,
      children: [
        ...node.children,
        newNode({ text: 'New area', children: [newNode({ text: 'An idea' })] }),
      ],
    }),
  );
  const merge = mergeMaps(sent, back, outline);
  expect(merge.additions).toEqual([
    { step: 'pain', dimension: 's.area', text: 'A new pain', note: '', fields: { owner: 'Wang' } },
    { step: 'innovation', dimension: 'New area', text: 'An idea', note: '', fields: {} },
  ]);
  const next = applyEdits(engagementOf(said), editsOf(merge, outline));
  expect(next.pain['custom.pain.2']).toEqual({
    dimension: 's.area',
    item: 'A new pain',
    pick: 'yes',
    owner: 'Wang',
  });
  expect(next.innovation['custom.innovation.1']).toMatchObject({
    item: 'An idea',
    dimension: 'New area',
  });
});

test('an item of the catalog that was not picked is picked by its id', () => {
  const back = under('group.pain.s.area', { id: 's.pain.3', text: 'Pain 3' });
  expect(mergeMaps(sent, back, outline).changes).toEqual([
    { id: 's.pain.3', step: 'pain', part: 'presence', now: '', map: 'yes' },
  ]);
});

test('ids that an editor dropped are found again by step and words', () => {
  const dropped = (node: MapNode): MapNode => ({
    ...node,
    id: '',
    children: node.children.map(dropped),
  });
  expect(mergeMaps(sent, dropped(sent), outline)).toEqual(nothing);
});

test('notes and fields that a format lost are not cleared', () => {
  const bare = (node: MapNode): MapNode => ({
    ...node,
    note: '',
    fields: {},
    children: node.children.map(bare),
  });
  expect(mergeMaps(sent, bare(sent), outline)).toEqual(nothing);
});

describe('against what was changed in the workbook meanwhile', () => {
  let now: Outline;
  beforeAll(async () => {
    now = await storyOf({
      ...said,
      pain: {
        ...said.pain,
        's.pain.1': { pick: 'yes', priority: 'high', wording: 'Said in the workbook' },
        's.pain.2': { pick: 'no' },
      },
    });
  });

  test('both changed: the workbook stands and the conflict is listed', () => {
    const back = edited(sent, 's.pain.1', (node) => ({ ...node, text: 'Said in the map' }));
    const merge = mergeMaps(sent, back, now);
    expect(merge.changes).toEqual([]);
    expect(merge.conflicts).toMatchObject([
      {
        kind: 'both-changed',
        id: 's.pain.1',
        sent: 'Pain 1',
        map: 'Said in the map',
        now: 'Said in the workbook',
      },
    ]);
  });

  test('both changed to the same: nothing to do', () => {
    const back = edited(sent, 's.pain.1', (node) => ({ ...node, text: 'Said in the workbook' }));
    expect(mergeMaps(sent, back, now)).toEqual(nothing);
  });

  test('only the workbook changed: it stands', () => {
    expect(mergeMaps(sent, sent, now)).toEqual(nothing);
  });

  test('removed in the map, changed in the workbook', () => {
    const back = edited(sent, 's.pain.1', () => undefined);
    expect(mergeMaps(sent, back, now).conflicts).toMatchObject([{ kind: 'removed-but-changed' }]);
  });

  test('changed in the map, no longer picked in the workbook', () => {
    const back = edited(sent, 's.pain.2', (node) => ({ ...node, text: 'Again' }));
    expect(mergeMaps(sent, back, now).conflicts).toMatchObject([{ kind: 'gone-but-changed' }]);
  });
});

test('what cannot be taken is listed, not guessed', () => {
  const kinds = (back: MapNode) => mergeMaps(sent, back, outline).conflicts.map(({ kind }) => kind);
  const pain = [...walk(sent)].find(({ id }) => id === 's.pain.1') as MapNode;
  expect(kinds(under('group.pain.s.area', { ...pain, text: 'Twice' }))).toEqual(['duplicate']);
  expect(kinds({ ...sent, children: [...sent.children, newNode({ text: 'Lost' })] })).toEqual([
    'no-step',
  ]);
  expect(kinds(edited(sent, 'step.ask', (node) => ({ ...node, text: 'Questions' })))).toEqual([
    'frame',
  ]);
  const moved = edited(sent, 's.pain.1', () => undefined);
  const to = edited(moved, 'group.function.s.area', (node) => ({
    ...node,
    children: [...node.children, pain],
  }));
  expect(kinds(to)).toEqual(['other-step']);
});

test('whatever a map does, no item that it did not touch changes', () => {
  const items = [...walk(sent)].filter(({ id }) => /^(s|custom)\./.test(id)).map(({ id }) => id);
  fc.assert(
    fc.property(fc.subarray(items), fc.string({ maxLength: 8 }), (touched, text) => {
      let back = sent;
      for (const id of touched) back = edited(back, id, (node) => ({ ...node, text }));
      const merge = mergeMaps(sent, back, outline);
      const changed = merge.changes.map(({ id }) => id);
      expect(changed.filter((id) => !touched.includes(id))).toEqual([]);
      const before = engagementOf(said);
      const after = applyEdits(before, editsOf(merge, outline));
      for (const id of items.filter((one) => !touched.includes(one)))
        for (const store of ['ask', 'pain', 'function', 'metrics'] as const)
          expect(after[store][id]).toEqual(before[store][id]);
    }),
    { numRuns: 60 },
  );
});

const misfit = (back: MapNode, from = sent) =>
  misfitOf({ sent: from, back, merge: mergeMaps(from, back, outline) }, outline)?.code;

test('a map of another engagement, or of none, is refused; so is one that changes more than it keeps', async () => {
  expect(misfit(sent)).toBeUndefined();
  const theirs = mapOf(await storyOf({ ...said, settings: { client: 'Another client' } }));
  expect(misfit(theirs)).toBe('map-foreign');
  expect(misfit(theirs, theirs)).toBe('map-foreign');
  const readme = strToU8('# Readme\n\nSome words.\n\n- one\n- two\n');
  expect(misfit(readMap('README.md', readme))).toBe('map-foreign');
  const items = [...walk(sent)].filter(({ id }) => /^(?:s\.\w+|custom\.\w+)\.\d/.test(id));
  const emptied = items.reduce((map, { id }) => edited(map, id, () => undefined), sent);
  expect(misfit({ ...emptied, children: [...emptied.children, newNode(items[0])] })).toBe(
    'map-sweeping',
  );
  expect(misfit(edited(sent, 's.pain.1', () => undefined))).toBeUndefined();
});

/** What a person added in a map editor, and whether it came in or is listed. */
const told = (file: string, content: string | Uint8Array) => {
  const back = readMap(file, typeof content === 'string' ? strToU8(content) : content);
  const { changes, additions, conflicts } = mergeMaps(sent, back, outline);
  return {
    changes: changes.map(({ id, part, map }) => `${id} ${part}: ${map}`),
    added: additions.map(({ text, note }) => [text, note].filter(Boolean).join(' – ')),
    listed: conflicts.map(({ kind, map }) => `${kind}: ${map}`),
  };
};

test('details, icons, attributes, addresses, arrows and floating nodes of FreeMind', () => {
  const written = String(mapFormats['.mm']?.write(sent, 'en'));
  const [before = '', after = ''] = written.split(/(?<=<node ID="s\.fn\.1"[^>]*>)/);
  const detail =
    '<richcontent TYPE="DETAILS"><html><body><p>Seen in May</p></body></html></richcontent>';
  const put = `${detail}<icon BUILTIN="flag"/><attribute NAME="Cost centre" VALUE="4711"/><arrowlink DESTINATION="s.ask.2"/>`;
  const floating = '<node TEXT="A thought" LINK="https://example.org"/></node></map>';
  const mm = `${before}${put}${after}`.replace(/<\/node>\s*<\/map>/, floating);
  const { changes, listed } = told('back.mm', mm);
  expect(changes).toEqual([expect.stringMatching(/^s\.fn\.1 note: Seen in May\n/)]);
  expect(listed.sort()).toEqual([
    expect.stringMatching(/^arrow: /),
    'no-step: A thought',
    'unheld: Cost centre: 4711',
    'unheld: flag',
    'unheld: https://example.org',
  ]);
});

test('columns of an outliner, a paragraph and numbered items of Markdown', () => {
  const opml = String(mapFormats['.opml']?.write(sent, 'en'));
  expect(told('back.opml', opml.replace('id="s.fn.1"', 'id="s.fn.1" cost="4711"')).listed).toEqual([
    'unheld: cost: 4711',
  ]);
  const md = String(mapFormats['.md']?.write(sent, 'en'));
  const put = md
    .replace(/(<!-- s\.pain\.1 -->)/, '$1\n    A paragraph below')
    .replace(/(- [^\n]*<!-- s\.pain\.1 -->)/, '1. Numbered\n$1');
  expect(told('back.md', `A preface\n\n${put}`)).toEqual({
    changes: [expect.stringMatching(/^s\.pain\.1 note: .*A paragraph below/s)],
    added: ['Numbered'],
    listed: ['unheld: A preface'],
  });
});

test('markers, labels, addresses, callouts and floating topics of XMind', () => {
  const files = unzipSync(mapFormats['.xmind']?.write(sent, 'en') as Uint8Array);
  const text = strFromU8(files['content.json'] as Uint8Array);
  const put = text
    .replace('"id":"s.fn.1"', '"id":"s.fn.1","markers":[{"markerId":"flag-red"}],"href":"file:a"')
    .replace('"rootTopic":{', '"rootTopic":{"labels":["draft"],');
  const [sheet] = JSON.parse(put) as { rootTopic: { children: Record<string, unknown> } }[];
  if (sheet) sheet.rootTopic.children.detached = [{ id: 'x', title: 'Floating' }];
  const back = zipSync({ 'content.json': strToU8(JSON.stringify([sheet])) });
  expect(told('back.xmind', back).listed.sort()).toEqual([
    'no-step: Floating',
    'unheld: draft',
    'unheld: file:a',
    'unheld: flag-red',
  ]);
});

test('of FreeMind also addresses in notes, plain notes, reminders, second trees and a field said twice', () => {
  const written = String(mapFormats['.mm']?.write(sent, 'en'));
  const put = `
    <richcontent TYPE="NOTE"><html><body><p>See <a href="https://example.org/b">there</a><img src="plan.png"/></p></body></html></richcontent>
    <richcontent TYPE="DETAILS" CONTENT-TYPE="plain/"><text>first\nsecond</text></richcontent>
    <hook NAME="accessories/plugins/NodeNote.properties"><text>of old</text></hook>
    <hook NAME="plugins/TimeManagementReminder.xml"><Parameters REMINDUSERAT="1800000000000"/></hook>
    <attribute NAME="Owner" VALUE="Li"/><attribute NAME="Owner" VALUE="Wang"/>
    <node ID="n1" TEXT="" ENCRYPTED_CONTENT="x"/>`;
  const second = '</node><node TEXT="Another tree"/></map>';
  const mm = written
    .replace(/(<node ID="s\.fn\.1"[^>]*>)/, `$1${put}`)
    .replace(/<\/node>\s*<\/map>/, second);
  const { changes, listed } = told('back.mm', mm);
  const note = 'See there\nfirst\nsecond\nof old';
  expect(changes[0]).toMatch(new RegExp(`^s\\.fn\\.1 note: ${note}`));
  expect(changes.slice(1)).toEqual(['s.fn.1 owner: Li']);
  expect(listed.sort()).toEqual([
    'no-step: Another tree',
    'unheld: 2027-01-15T08:00:00.000Z',
    'unheld: ENCRYPTED_CONTENT',
    'unheld: Owner: Wang',
    'unheld: https://example.org/b',
    'unheld: plan.png',
  ]);
});

test('remarks, ticks, code and fields said twice of Markdown, whatever its encoding', () => {
  const md = String(mapFormats['.md']?.write(sent, 'en')).replace(
    /- ([^\n]*<!-- s\.pain\.1 -->)/,
    '- [x] $1 <!-- ask Li again -->\n    ```\n    # no heading\n    ```\n    Owner:: Li\n    Owner:: Wang',
  );
  const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(md, (c) => c.charCodeAt(0)).buffer)]); // prettier-ignore
  for (const file of [strToU8(md), utf16]) {
    const { changes, added, listed } = told('back.md', file);
    expect(changes).toEqual([
      expect.stringMatching(/^s\.pain\.1 note: (?:.*\n)?# no heading/),
      's.pain.1 owner: Li',
    ]);
    expect(added).toEqual([]);
    expect(listed).toEqual(['unheld: ask Li again', 'unheld: ☑', 'unheld: Owner: Wang']);
  }
  const chinese = new Uint8Array([0x23, 0x20, 0xb9, 0xe6, 0xbb, 0xae]);
  expect(readMap('a.md', chinese).text).toBe('规划');
});

test('ticks and words of outliners', () => {
  const opml = String(mapFormats['.opml']?.write(sent, 'en'));
  const put = opml.replace(
    'id="s.fn.1"',
    'id="s.fn.1" _complete="true" _status="unchecked" isComment="false" created="today"',
  );
  expect(told('back.opml', put).listed).toEqual(['unheld: _complete: true']);
});

test('below callouts, on boundaries, in tasks and in HTML alone of XMind', () => {
  const files = unzipSync(mapFormats['.xmind']?.write(sent, 'en') as Uint8Array);
  const topic = {
    notes: { realHTML: { content: '<div>As <b>HTML</b></div><div>alone</div>' } },
    boundaries: [{ title: 'Together' }],
    extensions: [
      { provider: 'org.xmind.ui.taskInfo', content: [{ name: 'assigned-to', content: 'Li' }] },
    ],
    children: {
      callout: [{ title: 'Beside', children: { attached: [{ title: 'below', labels: ['x'] }] } }],
    },
  };
  const text = strFromU8(files['content.json'] as Uint8Array).replace(
    /"id":"s\.fn\.1",("title":"[^"]*")(?:,"notes":\{"plain":\{"content":"[^"]*"\}\})?/,
    `"id":"s.fn.1",$1,${JSON.stringify(topic).slice(1, -1)}`,
  );
  const { changes, listed } = told('back.xmind', zipSync({ 'content.json': strToU8(text) }));
  expect(changes).toEqual(['s.fn.1 note: As HTML\nalone']);
  expect(listed).toEqual([
    'unheld: Together',
    'unheld: assigned-to: Li',
    'unheld: Beside',
    'unheld: below',
    'unheld: x',
  ]);
});

test('what new, unnamed and copied nodes say, and what frames cannot hold', () => {
  const listed = (back: MapNode) =>
    mergeMaps(sent, back, outline).conflicts.map(
      ({ kind, part, map }) => `${kind} ${part}: ${map}`,
    );
  expect(
    listed(under('group.pain.s.area', { note: 'Only a note', fields: { owner: 'Li' } })),
  ).toEqual(['unheld note: Only a note', 'unheld owner: Li']);
  expect(listed(under('group.pain.s.area', { text: 'New', fields: { target: '7' } }))).toEqual([
    'unheld target: 7',
  ]);
  expect(
    listed(edited(sent, 'step.pain', (node) => ({ ...node, fields: { owner: 'Wang' } }))),
  ).toEqual(['unheld owner: Wang']);
  const pain = [...walk(sent)].find(({ id }) => id === 's.pain.1') as MapNode;
  expect(listed(under('group.pain.s.area', { ...pain, note: 'On the copy' }))).toEqual([
    'duplicate text: Pain 1',
  ]);
});
