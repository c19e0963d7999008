import { Button } from '@fluentui/react-components';
import { mapFormats, svgOf } from '../../deliver/map';
import { saveFile } from '../../taskpane/core/saveFile';
import { useLang, useSay } from '../../taskpane/words/say';
import { pictureOf, viewOf } from '../model/picture';
import type { MapView } from './useMap';

/** What is seen of the map as a file. */
export function SavePanel({ map, canDownload }: { map: MapView; canDownload: boolean }) {
  const say = useSay();
  const lang = useLang();
  const name = map.root.text.replaceAll(/[\\/:*?"<>|\s]+/g, ' ').trim();
  const svg = () => {
    const font = getComputedStyle(document.querySelector('.workshop') ?? document.body).fontFamily;
    return svgOf(pictureOf(map.layout, font));
  };
  const save = {
    '.svg': () => saveFile(`${name}.svg`, svg(), 'image/svg+xml'),
    '.png': async () => {
      const picture = await pngOf(svg(), map.layout.width, map.layout.height);
      if (picture) saveFile(`${name}.png`, picture, 'image/png');
    },
    '.mm': () => {
      const text = mapFormats['.mm']?.write(viewOf(map.root, map.folds), lang);
      if (text !== undefined) saveFile(`${name}.mm`, text as string, 'text/xml');
    },
  };
  return (
    <>
      <h2>{say('workshop.save')}</h2>
      <p className="muted">{say(canDownload ? 'workshop.save.lead' : 'pane.deliver.noFiles')}</p>
      <div className="actions">
        {Object.entries(save).map(([ending, act]) => (
          <Button key={ending} disabled={!canDownload} onClick={() => void act()}>
            {ending}
          </Button>
        ))}
      </div>
    </>
  );
}

/** No browser draws a larger picture. */
const mostSide = 8_000;

async function pngOf(svg: string, width: number, height: number): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(2, mostSide / width, mostSide / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}
