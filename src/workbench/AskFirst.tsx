import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { message, type Lang } from '../messages';

interface AskFirstProps {
  lang: Lang;
  title: string;
  text: string;
  /** What had better be done before. */
  first?: { label: string; act: () => Promise<unknown> };
  go: string;
  onGo: () => void;
  onStay: () => void;
}

/** Asks before something is left behind. */
export function AskFirst({ lang, title, text, first, go, onGo, onStay }: AskFirstProps) {
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onStay()}>
      <DialogSurface style={{ maxWidth: '480px' }}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{text}</DialogContent>
          <DialogActions fluid>
            {first && (
              <Button appearance="primary" onClick={() => void first.act().then(onGo)}>
                {first.label}
              </Button>
            )}
            <Button onClick={onGo}>{go}</Button>
            <Button onClick={onStay}>{message(lang, 'pane.workbench.leave.stay')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
