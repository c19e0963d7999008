import { Button, Select } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowRedoRegular } from '@fluentui/react-icons/svg/arrow-redo';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard';
import { ArrowExpandAllRegular } from '@fluentui/react-icons/svg/arrow-expand-all';
import { ZoomFitRegular } from '@fluentui/react-icons/svg/zoom-fit';
import { ZoomInRegular } from '@fluentui/react-icons/svg/zoom-in';
import { ZoomOutRegular } from '@fluentui/react-icons/svg/zoom-out';
import type { ReactElement } from 'react';
import { useSay } from '../../taskpane/words/say';
import type { Shown } from '../acts';
import { shows, type Show } from '../model/tree';
import { ScopeMeter } from './ScopeMeter';
import type { MapView } from './useMap';
import type { Side } from './Workshop';

interface TopBarProps {
  map: MapView;
  shown: Shown;
  side: Side;
  present: boolean;
  onSide: (side: Side) => void;
  onPresent: () => void;
  onFit: () => void;
  onZoom: (factor: number) => void;
  onClose: () => void;
}

/** Where one is in the map, what of it is shown, and the way through the questions. */
export function TopBar(props: TopBarProps) {
  const { map, shown, side, present, onSide, onPresent, onFit, onZoom, onClose } = props;
  const say = useSay();
  const { questions, question, path } = map;
  const go = (by: number) => {
    const next = questions[question >= 0 ? question + by : by > 0 ? 0 : questions.length - 1];
    if (next) map.focus(next.id);
  };
  return (
    <header className="top">
      <nav className="where" aria-label={say('workshop.whole')}>
        {path.map(({ id, text }, i) => (
          <span key={id}>
            {i > 0 && <span aria-hidden> › </span>}
            {i < path.length - 1 ? (
              <button type="button" onClick={() => map.focus(id)}>
                {text}
              </button>
            ) : (
              <strong aria-current="location">{text}</strong>
            )}
          </span>
        ))}
      </nav>
      <ScopeMeter scope={map.scope} tree={map.tree} />
      <div className="tools" role="toolbar" aria-label={say('workshop.title')}>
        <Icon
          label={say('workshop.previous')}
          icon={<ChevronLeftRegular />}
          disabled={question === 0}
          onClick={() => go(-1)}
        />
        <span className="question">
          {question < 0
            ? say('workshop.questions', { all: questions.length })
            : say('workshop.question', { no: question + 1, all: questions.length })}
        </span>
        <Icon
          label={say('workshop.next')}
          icon={<ChevronRightRegular />}
          disabled={question === questions.length - 1}
          onClick={() => go(1)}
        />
        <Select
          aria-label={say('workshop.show')}
          value={map.show}
          onChange={(_, { value }) => map.setShow(value as Show)}
        >
          {shows.map((show) => (
            <option key={show} value={show}>
              {say(`workshop.show.${show}`)}
            </option>
          ))}
        </Select>
        <Icon
          label={
            shown.undo === undefined
              ? say('workshop.undo.none')
              : say('workshop.undo', { what: shown.undo })
          }
          icon={<ArrowUndoRegular />}
          disabled={shown.undo === undefined || shown.busy}
          onClick={map.undo}
        />
        <Icon
          label={
            shown.redo === undefined
              ? say('workshop.redo.none')
              : say('workshop.redo', { what: shown.redo })
          }
          icon={<ArrowRedoRegular />}
          disabled={shown.redo === undefined || shown.busy}
          onClick={map.redo}
        />
        <Icon
          label={say(map.folds.size > 0 ? 'workshop.unfold' : 'workshop.fold')}
          icon={<ArrowExpandAllRegular />}
          onClick={() => map.foldAll(map.folds.size === 0)}
        />
        <Icon label={say('workshop.out')} icon={<ZoomOutRegular />} onClick={() => onZoom(0.8)} />
        <Icon label={say('workshop.fit')} icon={<ZoomFitRegular />} onClick={onFit} />
        <Icon label={say('workshop.in')} icon={<ZoomInRegular />} onClick={() => onZoom(1.25)} />
        <Icon
          label={say('workshop.present')}
          icon={<b aria-hidden>A</b>}
          pressed={present}
          onClick={onPresent}
        />
        <Icon
          label={say('workshop.plan')}
          icon={<CalendarClockRegular />}
          pressed={side === 'plan'}
          onClick={() => onSide('plan')}
        />
        <Icon
          label={say('workshop.save')}
          icon={<ArrowDownloadRegular />}
          pressed={side === 'save'}
          onClick={() => onSide('save')}
        />
        <Icon
          label={say('workshop.keys')}
          icon={<KeyboardRegular />}
          pressed={side === 'keys'}
          onClick={() => onSide('keys')}
        />
        <Icon label={say('workshop.close')} icon={<DismissRegular />} onClick={onClose} />
      </div>
    </header>
  );
}

interface IconProps {
  label: string;
  icon: ReactElement;
  disabled?: boolean;
  pressed?: boolean;
  onClick: () => void;
}

function Icon({ label, icon, disabled, pressed, onClick }: IconProps) {
  return (
    <Button
      appearance="subtle"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      icon={icon}
      disabled={disabled}
      onClick={onClick}
    />
  );
}
