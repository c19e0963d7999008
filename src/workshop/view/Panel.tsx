import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { useState } from 'react';
import { useSay } from '../../taskpane/words/say';
import { Segments } from '../../taskpane/parts/Segments';
import type { Acts } from '../acts';
import { whysOf, type Reason } from '../model/called';
import { moveBy } from '../model/moves';
import { pickOf, textOf, type Choice, type SaidColumn, type ScopeItem } from '../model/scope';
import type { TreeNode } from '../model/tree';
import { AddItem } from './AddItem';
import type { MapView } from './useMap';
import { useWorth } from './worth';

interface PanelProps {
  map: MapView;
  acts: Acts;
  busy: boolean;
}

/** All about the selected node: what it means and why, and what the client says of it. */
export function Panel({ map, acts, busy }: PanelProps) {
  const { selected } = map;
  return selected.item ? (
    <ItemPanel key={selected.id} {...{ map, acts, busy }} item={selected.item} />
  ) : (
    <BranchPanel key={selected.id} {...{ map, busy }} node={selected} />
  );
}

function BranchPanel({ map, node, busy }: { map: MapView; node: TreeNode; busy: boolean }) {
  const say = useSay();
  const { picked, offered } = node;
  return (
    <>
      <h2>{node.text}</h2>
      <p className="muted">{say('workshop.count', { picked, offered })}</p>
      {node.at.step && <p className="muted">{say(`step.${node.at.step}.lead`)}</p>}
      {node.kind !== 'root' && node.id !== map.root.id && (
        <Button onClick={() => map.focus(node.id)}>{say('workshop.focus')}</Button>
      )}
      {node.at.dimension !== undefined && <AddItem map={map} node={node} busy={busy} />}
      {node.kind === 'branch' && <AddItem map={map} node={node} busy={busy} branch />}
    </>
  );
}

function ItemPanel({ map, acts, item, busy }: PanelProps & { item: ScopeItem }) {
  const say = useSay();
  const worth = useWorth(map.scope);
  const { headers, choices } = map.scope;
  const { because, next } = whysOf(map.scope, item.id);
  const name = textOf(item);
  const set = (column: SaidColumn | 'item', value: string) =>
    void map.say([
      { table: item.step, row: item.id, cells: { [column]: value === '' ? null : value } },
    ]);
  const said = (column: SaidColumn) => String(item.said[column] ?? '');
  const move = (by: -1 | 1) => {
    const sayings = moveBy(map.scope, item, by);
    return {
      disabled: busy || sayings.length === 0,
      onClick: () => void map.say(sayings),
    };
  };
  return (
    <>
      <h2>{name}</h2>
      {item.own || item.retired ? (
        <p className="muted">
          {say(item.retired ? 'workshop.state.retired' : 'workshop.state.own')}
        </p>
      ) : null}
      {item.explanation !== '' && <p>{item.explanation}</p>}
      <Segments
        label={say('workshop.pick')}
        disabled={busy}
        options={[...choices.pick, { id: '', label: say('workshop.undecided') }]}
        value={pickOf(item) ?? ''}
        onChange={(pick) => set('pick', pick)}
      />
      <Text
        label={item.own ? say('workshop.own.text') : say('workshop.wording')}
        id="workshop-wording"
        value={item.own && item.said.wording === undefined ? item.item : said('wording')}
        placeholder={item.own ? '' : item.item}
        disabled={busy}
        multiline
        onCommit={(text) => {
          // An own item has a text of its own, which is never empty.
          const column = item.own && item.said.wording === undefined ? 'item' : 'wording';
          if (column === 'wording' || text !== '') set(column, text);
        }}
      />
      <div className="pair">
        <Choose
          label={headers.priority}
          choices={choices.priority}
          value={said('priority')}
          disabled={busy}
          onChange={(value) => set('priority', value)}
        />
        <Choose
          label={headers.phase}
          choices={choices.phase}
          value={said('phase')}
          disabled={busy}
          onChange={(value) => set('phase', value)}
        />
      </div>
      <Text
        label={headers.owner}
        value={said('owner')}
        disabled={busy}
        onCommit={(text) => set('owner', text)}
      />
      <Text
        label={headers.comment}
        value={said('comment')}
        disabled={busy}
        multiline
        onCommit={(text) => set('comment', text)}
      />
      {item.own && <Place map={map} item={item} busy={busy} />}
      <div className="actions">
        <Button size="small" icon={<OpenRegular />} onClick={() => acts.goTo(item.step, item.id)}>
          {say('workshop.cell')}
        </Button>
        {item.own && (
          <>
            <Button
              size="small"
              icon={<ArrowUpRegular />}
              aria-label={say('workshop.up')}
              {...move(-1)}
            />
            <Button
              size="small"
              icon={<ArrowDownRegular />}
              aria-label={say('workshop.down')}
              {...move(1)}
            />
            <Button
              size="small"
              icon={<DeleteRegular />}
              disabled={busy}
              onClick={() => void map.say([{ table: item.step, clear: item.id }])}
            >
              {say('workshop.remove')}
            </Button>
          </>
        )}
      </div>
      {item.moves.length > 0 && (
        <>
          <h3>{say('workshop.moves')}</h3>
          <ul>
            {worth.metrics(item).map(({ id, name: metric, net }) => (
              <li key={id}>
                {metric}
                {net !== '' && <strong> {net}</strong>}
              </li>
            ))}
          </ul>
        </>
      )}
      <Reasons
        title={say('workshop.because')}
        none={say('workshop.because.none')}
        reasons={because}
        onSelect={map.select}
      />
      <Reasons
        title={say('workshop.calls')}
        none={say('workshop.calls.none')}
        reasons={next}
        onSelect={map.select}
      />
    </>
  );
}

/** Where an own item belongs; what dragging does by hand. */
function Place({ map, item, busy }: { map: MapView; item: ScopeItem; busy: boolean }) {
  const branch = map.scope.branches.find(({ step }) => step === item.step);
  const place = (column: 'dimension' | 'module', choices: readonly Choice[]) => (
    <Choose
      label={map.scope.headers[column]}
      choices={
        item[column] === '' || choices.some(({ id }) => id === item[column])
          ? choices
          : [...choices, { id: item[column], label: item[column] }]
      }
      value={item[column]}
      disabled={busy}
      onChange={(value) =>
        void map.say([
          { table: item.step, row: item.id, cells: { [column]: value === '' ? null : value } },
        ])
      }
    />
  );
  return (
    <div className="pair">
      {place('dimension', branch?.dimensions ?? [])}
      {branch && branch.modules.length > 0 && place('module', branch.modules)}
    </div>
  );
}

interface ReasonsProps {
  title: string;
  none: string;
  reasons: readonly Reason[];
  onSelect: (id: string) => void;
}

function Reasons({ title, none, reasons, onSelect }: ReasonsProps) {
  return (
    <>
      <h3>{title}</h3>
      {reasons.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <ul className="reasons">
          {reasons.map(({ item, text, strength }) => (
            <li key={item.id}>
              <button type="button" onClick={() => onSelect(item.id)}>
                <span
                  className="strength"
                  data-dots={strength}
                  aria-label={`${strength}/3`}
                  role="img"
                />
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface ChooseProps {
  label: string;
  choices: readonly Choice[];
  value: string;
  disabled: boolean;
  onChange: (value: string) => void;
}

function Choose({ label, choices, value, disabled, onChange }: ChooseProps) {
  return (
    <Field label={label}>
      <Select value={value} disabled={disabled} onChange={(_, data) => onChange(data.value)}>
        <option value="">–</option>
        {choices.map(({ id, label: word }) => (
          <option key={id} value={id}>
            {word}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface TextProps {
  label: string;
  id?: string;
  value: string;
  placeholder?: string;
  disabled: boolean;
  multiline?: boolean;
  onCommit: (text: string) => void;
}

/** Said when it is left or confirmed; Escape puts back what stood there. */
function Text({ label, id, value, placeholder, disabled, multiline, onCommit }: TextProps) {
  const [typed, setTyped] = useState<string>();
  const commit = () => {
    if (typed !== undefined && typed.trim() !== value) onCommit(typed.trim());
    setTyped(undefined);
  };
  const shared = {
    id,
    value: typed ?? value,
    placeholder,
    disabled,
    onChange: (_: unknown, data: { value: string }) => setTyped(data.value),
    onBlur: commit,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
        event.preventDefault();
        commit();
      }
      if (event.key === 'Escape' && typed !== undefined) {
        event.stopPropagation();
        setTyped(undefined);
      }
    },
  };
  return (
    <Field label={label}>
      {multiline ? <Textarea {...shared} resize="vertical" /> : <Input {...shared} />}
    </Field>
  );
}
