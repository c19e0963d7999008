import { lineOf, type Scale } from '../../taskpane/parts/scale';
import type { ChartData, Point } from './data';

/** Where a chart draws, in pixels. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Bars lie; columns and lines stand. */
  lying: boolean;
  /** From a value to its place along the value axis. */
  along: Scale;
  /** Room of one category, and where it begins. */
  slot: number;
  slotAt(category: number): number;
}

interface SeriesProps {
  data: ChartData;
  plot: Plot;
  labels: boolean;
}

const filled = 0.72;

/** Columns that stand or bars that lie: the same drawing with its axes exchanged. */
export function Bars({ data, plot, labels }: SeriesProps) {
  const lanes = data.stacked ? 1 : Math.max(1, data.series.length);
  const lane = (plot.slot * filled) / lanes;
  return data.series.map(({ color, points }, s) =>
    points.map((point, at) => {
      const side = plot.slotAt(at) + (plot.slot * (1 - filled)) / 2 + (data.stacked ? 0 : lane * s);
      const [from, to] = [plot.along(point.from), plot.along(point.from + point.value)];
      const [low, length] = [Math.min(from, to), Math.abs(to - from)];
      const box = plot.lying
        ? { x: low, y: side, width: length, height: lane * 0.9 }
        : { x: side, y: low, width: lane * 0.9, height: length };
      return (
        <g key={`${s} ${at}`}>
          <rect {...box} fill={color} />
          {labels && point.text !== '' && <Label point={point} box={box} data={data} plot={plot} />}
        </g>
      );
    }),
  );
}

interface LabelProps {
  point: Point;
  box: { x: number; y: number; width: number; height: number };
  data: ChartData;
  plot: Plot;
}

/** Within a stack, else at the bar's end. */
function Label({ point, box, data, plot }: LabelProps) {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 + 4 };
  if (data.stacked) {
    const room = plot.lying ? box.width : box.height;
    if (room < 14) return null;
    return (
      <text {...middle} textAnchor="middle" fontSize={11} fill="#FFFFFF">
        {point.text}
      </text>
    );
  }
  if (plot.lying) {
    return (
      <text x={box.x + box.width + 4} y={middle.y} fontSize={11}>
        {point.text}
      </text>
    );
  }
  const y = point.value < 0 ? box.y + box.height + 12 : box.y - 4;
  return (
    <text x={middle.x} y={y} textAnchor="middle" fontSize={11}>
      {point.text}
    </text>
  );
}

/** One line through each series' points. */
export function Lines({ data, plot, labels }: SeriesProps) {
  return data.series.map(({ color, points }, s) => {
    const places = points.map(
      ({ value }, at) => [plot.slotAt(at) + plot.slot / 2, plot.along(value)] as const,
    );
    return (
      <g key={s}>
        <path d={lineOf(places)} fill="none" stroke={color} strokeWidth={2.5} />
        {labels &&
          places.map(([x, y], at) => (
            <text key={at} x={x} y={y - 6} textAnchor="middle" fontSize={11}>
              {points[at]?.text}
            </text>
          ))}
      </g>
    );
  });
}
