import { useState } from 'react';
import { useBook } from './book';
import { usePane } from './paneContext';
import { saveFile } from './saveFile';

const types: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Hands a file to the browser's downloads, named after the engagement. */
export function useSave({ title }: { title: string }) {
  const { busy } = useBook();
  const { canDownload } = usePane();
  const [making, setMaking] = useState(false);
  return {
    disabled: busy || making || !canDownload,
    making,
    /** @returns the file's name */
    save: (part: string, ending: string, content: string | Uint8Array): string => {
      const name = `${`${title} ${part}`.replaceAll(/[\\/:*?"<>|\s]+/g, ' ').trim()}${ending}`;
      saveFile(name, content as BlobPart, types[ending] ?? 'text/xml');
      return name;
    },
    saving: async (make: () => Promise<unknown>) => {
      setMaking(true);
      await make().finally(() => setMaking(false));
    },
  };
}
