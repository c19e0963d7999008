import { NA } from '../values';
import { define } from './registry';

/** Units by what they measure, each with how many of the first it is; those with a prefix stand behind `|`. */
const kinds = [
  'sg=14593.902937206364 lbm=453.59237 u=1.660538782e-24 ozm=28.349523125 grain=0.06479891 cwt=45359.237 shweight=45359.237 uk_cwt=50802.34544 lcwt=50802.34544 hweight=50802.34544 stone=6350.29318 ton=907184.74 uk_ton=1016046.9088 LTON=1016046.9088 brton=1016046.9088|g=1',
  'mi=1609.344 Nmi=1852 in=0.0254 ft=0.3048 yd=0.9144 ell=1.143 Pica=0.00035277777777777776 Picapt=0.00035277777777777776 pica=0.004233333333333333 survey_mi=1609.3472186944375 ly=9.46073047258e15|m=1 ang=1e-10 parsec=3.08567758128155e16 pc=3.08567758128155e16',
  'yr=31557600 day=86400 d=86400 hr=3600 mn=60 min=60|sec=1 s=1',
  'psi=6894.757293168362 Torr=133.32236842105263|Pa=1 p=1 atm=101325 at=101325 mmHg=133.322',
  'lbf=4.4482216152605 pond=0.00980665|N=1 dyn=1e-5 dy=1e-5',
  'HPh=2684519.537696173 hh=2684519.537696173 flb=1.3558179483314004 BTU=1055.05585262 btu=1055.05585262|J=1 e=1e-7 c=4.184 cal=4.1868 eV=1.602176487e-19 ev=1.602176487e-19 Wh=3600 wh=3600',
  'HP=745.6998715822702 h=745.6998715822702 PS=735.49875|W=1 w=1',
  '|T=1 ga=1e-4',
  'tsp=4.92892159375e-3 tspm=5e-3 tbs=0.01478676478125 oz=0.0295735295625 cup=0.2365882365 pt=0.473176473 us_pt=0.473176473 uk_pt=0.56826125 qt=0.946352946 uk_qt=1.1365225 gal=3.785411784 uk_gal=4.54609 barrel=158.987294928 bushel=35.23907016688 regton=2831.6846592 GRT=2831.6846592 MTON=1132.67386368 ang3=1e-27 ang^3=1e-27 in3=0.016387064 in^3=0.016387064 ft3=28.316846592 ft^3=28.316846592 yd3=764.554857984 yd^3=764.554857984 mi3=4168181825440.58 mi^3=4168181825440.58 Nmi3=6352182208000 Nmi^3=6352182208000|l=1 L=1 lt=1 m3=1000 m^3=1000',
  'uk_acre=4046.8564224 us_acre=4046.8726098742523 Morgen=2500 in2=0.00064516 in^2=0.00064516 ft2=0.09290304 ft^2=0.09290304 yd2=0.83612736 yd^2=0.83612736 mi2=2589988.110336 mi^2=2589988.110336 Nmi2=3429904 Nmi^2=3429904|ar=100 m2=1 m^2=1',
  'byte=8|bit=1',
  'admkn=0.5147733333333334 kn=0.5144444444444445 mph=0.44704|m/s=1 m/sec=1 m/h=0.0002777777777777778 m/hr=0.0002777777777777778',
];

const prefixes = new Map(
  'Y=24 Z=21 E=18 P=15 T=12 G=9 M=6 k=3 h=2 da=1 e=1 d=-1 c=-2 m=-3 u=-6 n=-9 p=-12 f=-15 a=-18 z=-21 y=-24'
    .split(' ')
    .map((one): [string, number] => [one.split('=')[0]!, Number(one.split('=')[1])]),
);
const binary = new Map(
  ['ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi'].map((sign, i) => [sign, 2 ** (10 * (i + 1))]),
);

interface Unit {
  kind: number;
  size: number;
  takesPrefix: boolean;
}

const units = new Map<string, Unit>();
kinds.forEach((text, kind) =>
  text.split('|').forEach((list, part) => {
    for (const one of list.split(' ').filter(Boolean)) {
      const at = one.lastIndexOf('=');
      units.set(one.slice(0, at), {
        kind,
        size: Number(one.slice(at + 1)),
        takesPrefix: part === 1,
      });
    }
  }),
);

/** A prefix counts twice for areas and three times for volumes. */
const power = (name: string) => Number(/^m\^?([23])$/.exec(name)?.[1] ?? 1);

function unitOf(name: string): Unit | undefined {
  const plain = units.get(name);
  if (plain) return plain;
  for (const length of [1, 2]) {
    const [sign, base] = [name.slice(0, length), name.slice(length)];
    const unit = units.get(base);
    const tens = prefixes.get(sign);
    if (unit?.takesPrefix && tens !== undefined)
      return { ...unit, size: unit.size * Number(`1e${tens * power(base)}`) };
    const twos = base === 'bit' || base === 'byte' ? binary.get(sign) : undefined;
    if (unit && (twos || (base === 'byte' && tens !== undefined)))
      return { ...unit, size: unit.size * (twos ?? 10 ** tens!) };
  }
  return undefined;
}

/** Degrees of temperature, from and to kelvin. */
const scales: [names: string[], degree: number, zero: number][] = [
  [['K', 'kel'], 1, 0],
  [['C', 'cel'], 1, 273.15],
  [['F', 'fah'], 5 / 9, 459.67 * (5 / 9)],
  [['Rank'], 5 / 9, 0],
  [['Reau'], 1.25, 273.15],
];
const scaleOf = (name: string) => scales.find(([names]) => names.includes(name));

define('CONVERT', 'n t t', (value: number, from: string, to: string) => {
  const [warm, warmer] = [scaleOf(from), scaleOf(to)];
  if (warm && warmer) {
    if (warm === warmer) return value;
    return (value * warm[1] + warm[2] - warmer[2]) / warmer[1];
  }
  const [one, other] = [unitOf(from), unitOf(to)];
  if (!one || !other || one.kind !== other.kind) return NA;
  return (value * one.size) / other.size;
});
