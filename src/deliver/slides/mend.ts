import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { palette } from '../palette';
import { luminance, unseen } from './look';

/**
 * What pptxgenjs 4.0.1 writes and PowerPoint does not take, put right after it has written. Numbers are
 * those of its issues (https://github.com/gitbrent/PptxGenJS/issues); the Open XML SDK's validator and
 * `test/openxml` say when one of these can go.
 */
export function mended(deck: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(deck)).filter(
    // Folders are no parts of a package. Notes: #1443, and every deck has an empty one for each slide.
    ([name]) => !name.endsWith('/') && !/^ppt\/notes(?:Masters|Slides)\//.test(name),
  );
  const names = new Set(parts.map(([name]) => `/${name}`));
  const files: Zippable = {};
  const types = '[Content_Types].xml';
  for (const [name, bytes] of parts.sort(([a], [b]) => Number(b === types) - Number(a === types)))
    files[name] = /\.(?:xml|rels)$/.test(name)
      ? strToU8(mendPart(name, strFromU8(bytes), names))
      : [bytes, { level: 0 }];
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

function mendPart(name: string, xml: string, names: ReadonlySet<string>): string {
  if (name === '[Content_Types].xml') return mendTypes(xml, names);
  if (name.endsWith('.rels'))
    return xml.replace(/<Relationship [^>]*\/notes(?:Master|Slide)"[^>]*\/>/g, '');
  if (name === 'ppt/presentation.xml')
    return xml.replace(/<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s, '');
  if (name === 'docProps/app.xml') return xml.replace(/<Notes>\d+</, '<Notes>0<');
  if (name.startsWith('ppt/charts/')) return mendChart(xml);
  if (/^ppt\/slide(?:s|Layouts|Masters)\//.test(name)) return mendShapes(xml);
  return xml;
}

/** #1444: a slide master for each slide, though there is one. #1462: image/jpg is no type. */
const mendTypes = (xml: string, names: ReadonlySet<string>): string =>
  xml
    .replace(/<Override PartName="([^"]*)"[^>]*\/>/g, (all, part: string) =>
      names.has(part) ? all : '',
    )
    .replace('"image/jpg"', '"image/jpeg"');

function mendChart(xml: string): string {
  return (
    xml
      // #1534: a third axis, which only 3-D charts have.
      .replace(/(<c:axId val="\d+"\/>\s*<c:axId val="\d+"\/>)\s*<c:axId val="\d+"\/>/g, '$1')
      // A line chart says how it is grouped, and has no bars to invert; markers come before labels.
      .replace(/<c:lineChart>.*?<\/c:lineChart>/gs, (chart) =>
        chart
          .replace('<c:lineChart>', '<c:lineChart><c:grouping val="standard"/>')
          .replace(/<c:invertIfNegative val="\d"\/>/g, '')
          .replace(
            /(<c:dLbls>(?:(?!<\/c:ser>).)*?<\/c:dLbls>)\s*(<c:marker>.*?<\/c:marker>)/gs,
            '$2$1',
          ),
      )
      .replace(
        new RegExp(`<a:solidFill><a:srgbClr val="${unseen}".*?</a:solidFill>`, 'gs'),
        '<a:noFill/>',
      )
      .replace(/(<c:noMultiLvlLbl [^>]*\/>)\s*(<c:tickLblSkip [^>]*\/>)/g, '$2$1')
      .replace(/<c:grouping val="stacked"\/>.*?<\/c:barChart>/gs, (chart) =>
        chart.replace(/<c:ser>.*?<\/c:ser>/gs, lightOnDark),
      )
  );
}

/** The labels of all parts of a bar have one colour: those within a dark part are light. */
function lightOnDark(series: string): string {
  const [, fill = 'FFFFFF'] = /<c:spPr>\s*<a:solidFill><a:srgbClr val="(\w{6})"/.exec(series) ?? [];
  if (luminance(fill) > darkest) return series;
  return series.replace(/<c:dLbls>.*?<\/c:dLbls>/s, (labels) =>
    labels.replace(/<a:srgbClr val="\w{6}"/, `<a:srgbClr val="${palette.paper}"`),
  );
}

/** Brightness from which on dark text is read better than white. */
const darkest = 0.18;

const emptyBody =
  '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody>';

function mendShapes(xml: string): string {
  let id = 0;
  return (
    xml
      // #1442: what PowerPoint expects after the colour of a background.
      .replace(/<\/a:solidFill><\/p:bgPr>/g, '</a:solidFill><a:effectLst/></p:bgPr>')
      // #1441: a shape without a text.
      .replace(/<\/p:spPr>\s*<\/p:sp>/g, `</p:spPr>${emptyBody}</p:sp>`)
      // #1532: tables and other shapes are numbered apart, so that two have one number.
      .replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${(id += 1)}"`)
      // The look of a paragraph is said once, before its first run.
      .replace(/<\/a:r><a:pPr\b[^>]*(?:\/>|>.*?<\/a:pPr>)/gs, '</a:r>')
      // A bullet of the size of its text is the default, and written in a form that the schema has not.
      .replace(/<a:buSzPct val="100000"\/>/g, '')
      // The number of a master's own slide, which it has not.
      .replace(/<a:t>null<\/a:t>/g, '<a:t>‹#›</a:t>')
  );
}
