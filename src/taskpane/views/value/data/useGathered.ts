import { useEffect, useMemo, useState } from 'react';
import type { Study } from '../../../../office';
import {
  gatherReadings,
  memoryEngine,
  type Gathered,
  type Mapping,
  type SourceFile,
} from '../../../../readings';

interface Done {
  request: object;
  gathered?: Gathered;
  error?: unknown;
}

/** What files come to by a mapping, computed again as soon as anything of it is another. */
export function useGathered(
  study: Study,
  mapping: Mapping | undefined,
  files: readonly SourceFile[],
  until: string,
): { computing: boolean; gathered?: Gathered; error?: unknown } {
  const [done, setDone] = useState<Done>();
  const request = useMemo(
    () =>
      mapping && files.length > 0 && until !== '' ? { study, mapping, files, until } : undefined,
    [study, mapping, files, until],
  );
  useEffect(() => {
    if (!request) return;
    let current = true;
    const { study: seen, mapping: by, files: given, until: last } = request;
    gatherReadings(seen, by, given, memoryEngine(), { until: last })
      .then((gathered) => current && setDone({ request, gathered }))
      .catch((error: unknown) => current && setDone({ request, error }));
    return () => {
      current = false;
    };
  }, [request]);
  if (!request || done?.request !== request) return { computing: request !== undefined };
  return { computing: false, ...done };
}
