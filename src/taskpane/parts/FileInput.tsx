import type { RefObject } from 'react';

interface FileInputProps {
  /** Clicking it opens the choice of files: a button of one's own does. */
  ref: RefObject<HTMLInputElement | null>;
  label: string;
  /** Such as ".xlsx". */
  accept: string;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
}

/** Lets someone choose files; the same ones may be chosen again. */
export function FileInput({ ref, label, accept, multiple, onFiles }: FileInputProps) {
  return (
    <input
      ref={ref}
      hidden
      type="file"
      accept={accept}
      multiple={multiple}
      aria-label={label}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        event.target.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
