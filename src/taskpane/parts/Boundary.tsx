import { Component, useContext, type ReactNode } from 'react';
import { describeError } from '../core/describeError';
import { ReloadContext } from '../core/reload';
import { LangContext, useSay } from '../words/say';
import { Notice } from './Notice';

interface Props {
  children: ReactNode;
}

/**
 * What could not be loaded or drawn is told in its place. Loading the pane again is safe, as all
 * that was said is in the workbook.
 */
export class Boundary extends Component<Props, { error?: unknown }> {
  static override contextType = LangContext;
  declare context: React.ContextType<typeof LangContext>;
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <Broken text={describeError(this.context, error)} />;
  }
}

function Broken({ text }: { text: string }) {
  const say = useSay();
  const reload = useContext(ReloadContext);
  return (
    <Notice
      intent="error"
      title={say('pane.error')}
      text={text}
      action={{ label: say('pane.reload'), onClick: () => reload() }}
    />
  );
}
