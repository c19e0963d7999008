import { useBook } from '../../core/book';
import { OpenEngagement } from './Files';

/** Another engagement's answers for what this workbook leaves open. */
export function AddEngagement() {
  const { busy, perform } = useBook();
  return (
    <OpenEngagement
      disabled={busy}
      onEngagement={(engagement) => perform('layOut', { engagement })}
    />
  );
}
