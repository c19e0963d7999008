import { useEffect, useState } from 'react';
import type { Catalog } from '../../catalog/schema';
import { openProject } from '../../engagement/project';
import type { Lang } from '../../messages';

/**
 * The catalogs of a project as one, loaded when first needed; undefined until they are there, and
 * where one of them is not known here.
 * @param ids joined by a blank, so that the same ids are the same
 */
export function useProject(
  ids: string,
  lang: Lang,
  given: readonly Catalog[],
): Catalog | undefined {
  const [found, setFound] = useState<{ ids: string; lang: Lang; catalog: Catalog }>();
  useEffect(() => {
    let isCurrent = true;
    openProject(ids.split(' '), lang, given).then(
      ({ catalog }) => isCurrent && setFound({ ids, lang, catalog }),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [ids, lang, given]);
  return found?.ids === ids && found.lang === lang ? found.catalog : undefined;
}
