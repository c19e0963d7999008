import type { Return } from '../../../office';
import { useBook } from '../../core/book';
import { Notice } from '../../parts/Notice';
import { useSay } from '../../words/say';

/** Every input that keeps the return from being worked out, each with the way to it. */
export function Missing({ missing }: Pick<Return, 'missing'>) {
  const say = useSay();
  const { study, goTo } = useBook();
  return missing.map(({ what, sheet }) => (
    <Notice
      key={what}
      intent="warning"
      text={what}
      action={{
        label: say('pane.goTo', { sheet: study.read.matching.sheets.get(sheet) ?? '' }),
        onClick: () => void goTo({ sheet }),
      }}
    />
  ));
}
