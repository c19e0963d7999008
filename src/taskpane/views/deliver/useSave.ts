import { useState } from 'react';
import { useBook } from '../../core/book';
import { usePane } from '../../core/paneContext';
import { saveFile } from '../../core/saveFile';

const types: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Hands a deliverable to the browser's downloads, named after the engagement. */
export function useSave({ title }: { title: string }) {
  const { busy } = useBook();
  const { canDownload } = usePane();
  const [making, setMaking] = useState(false);
  const named = title.replaceAll(/[\\/:*?"<>|\s]+/g, ' ').trim();
  return {
    disabled: busy || making || !canDownload,
    save: (part: string, ending: string, content: string | Uint8Array) =>
      saveFile(`${named} ${part}${ending}`, content as BlobPart, types[ending] ?? 'text/xml'),
    saving: async (make: () => Promise<void>) => {
      setMaking(true);
      await make().finally(() => setMaking(false));
    },
  };
}
