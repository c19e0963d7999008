import type { Entity, Tongue } from './entities';

/** A text with its answer: the parts that tell whose it is, between parts that everybody may read. */
export interface Answered {
  tongue: Tongue;
  entity: Entity;
  parts: { text: string; secret: boolean }[];
}

/** Numbers that are the same in every run. */
function dice(seed: number): <T>(from: readonly T[]) => T {
  let state = seed >>> 0;
  return (from) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)] as (typeof from)[number];
  };
}

/** What texts are made of. */
export interface Wording {
  values: Record<Tongue, Record<Exclude<Slot, 'client' | 'person' | 'project'>, string[]>>;
  templates: Record<Tongue, string[]>;
}

type Slot = 'client' | 'person' | 'project' | 'contact' | 'code' | 'money' | 'place';

const madeValues: Record<
  Tongue,
  Record<Exclude<Slot, 'client' | 'person' | 'project'>, string[]>
> = {
  'zh-CN': {
    contact: [
      'wangfang@qinghe-wms.cn',
      '13857140922',
      '0571-88213456',
      '微信号：qinghe_wms88',
      'www.qinghe-wms.cn',
      '+86 138 5714 0922',
      '400-820-5151',
      'QQ：824551903',
    ],
    code: [
      '91330106MA2B0XQ47K',
      '6222 0212 0201 4568 331',
      '税号91330106MA2B0XQ47K',
      '330106198403125518',
      '合同号QH-2025-0917',
    ],
    money: [
      '一百八十万元',
      '￥3,200,000',
      '2.6亿元',
      '近千万',
      '人民币420万',
      '叁佰伍拾万元整',
      '12.5万美元',
      '两百多万',
      '８０万元',
      '三千五百万',
    ],
    place: ['杭州', '余杭区文一西路998号', '苏州市', '成都', '浦东新区张杨路1518号'],
  },
  'zh-TW': {
    contact: [
      'service@hongshuo.com.tw',
      '0912-345-678',
      '(02)2712-8899',
      'LINE：hongshuo_88',
      'https://hongshuo.com.tw/about',
      '+886 912 345 678',
      '微信：hongshuo_tw',
    ],
    code: ['統一編號12-3456789', '帳號0081-2345-6789-01', '合同編號HS-2025-0031'],
    money: [
      '新台幣三百二十萬元',
      'NT$1,250,000',
      '兩千萬',
      '1.8億元',
      '近百萬元',
      '５０萬美元',
      '一億兩千萬',
    ],
    place: ['新竹', '台中市', '高雄', '新竹市光復路二段101號'],
  },
  en: {
    contact: [
      'p.raman@harrowfinch.co.uk',
      '+44 20 7946 0812',
      '(415) 555-0134',
      'www.harrowfinch.co.uk',
      'https://caldera.example.com/x',
      'WeChat ID: caldera_pumps',
      '+1-202-555-0178',
    ],
    code: [
      'GB29 NWBK 6016 1331 9268 19',
      'VAT DE298765431',
      '98-7654321',
      'account no 4417 1234 5678 9113',
      'contract no HF-2025-114',
    ],
    money: [
      '$1.2 million',
      'EUR 450,000',
      '£3.4m',
      'two million dollars',
      'USD 120k',
      'half a million euros',
      '1,500,000 yuan',
      'three hundred thousand pounds',
      '€2.75bn',
    ],
    place: ['Rotterdam', '14 Mill Lane', 'Suzhou', 'Glasgow', '221 Kingsway Road', 'Osaka'],
  },
};

/** ‹client› and so on are put in; the rest is anybody's, traps among it. */
const madeTemplates: Record<Tongue, string[]> = {
  'zh-CN': [
    '‹client›的备件由‹person›每周三盘点，误差仍然很大',
    '报价太慢，‹client›去年因此丢了‹money›的订单',
    '请‹person›确认停机原因，联系方式是‹contact›',
    '在‹place›的网点没有夜班，客户等到第二天',
    '‹project›上线之后，派工仍要人工打电话',
    '‹person›说一方总是等另一方先提高总量',
    '‹client›与供应商的质保条款不一致，索赔走不通',
    '开票信息‹code›写错，结算拖了两个月',
    '工程师上门前看不到历史工单，‹person›对此很不满',
    '每周工作例会只看台账，‹client›的痛点没人跟',
    '‹project›只覆盖了一半区域，千万不要当作已经完成',
    '备件周转慢，呆滞库存占用资金‹money›',
    '客户投诉先打到‹contact›，再转给值班经理',
    '多方总结下来，首次修复率低是因为诊断不准',
    '‹place›和‹place›的仓库互不相通，调拨靠邮件',
    '4S店模式不适合，CRM3.0里的决策链没人维护',
    '‹client›的大客户由‹person›一个人维护，离职就断线',
    '合同‹code›没有写清响应时间，双方各执一词',
    '售后数据散在五个系统里，Q1的报表对不上',
    '万一断电，远程诊断就看不到设备状态',
  ],
  'zh-TW': [
    '‹client›的備品由‹person›每週三盤點，誤差還是很大',
    '報價太慢，‹client›去年因此丟了‹money›的訂單',
    '請‹person›確認停機原因，聯絡方式是‹contact›',
    '‹place›的服務據點沒有夜班，客戶等到隔天',
    '‹project›上線之後，派工還是靠人工打電話',
    '發票資料‹code›寫錯，結算拖了很久',
    '工程師到府前看不到歷史工單，‹person›很不滿意',
    '每週工作會議只看報表，‹client›的痛點沒有人追',
    '‹project›只完成一半，千萬不要當作已經結束',
    '備品週轉慢，呆滯庫存占用‹money›',
    '客訴先打到‹contact›，再轉給值班人員',
    '首次修復率低，是因為診斷不準',
    '‹client›的大客戶由‹person›一個人維護，離職就斷線',
    '遠端診斷看不到設備狀態，只好再跑一趟',
    '多方總結之後才知道提高總量沒有用',
  ],
  en: [
    'Parts orders of ‹client› wait for ‹person› every Friday',
    'Quotes take too long, and ‹client› lost ‹money› of orders to faster rivals',
    'Ask ‹person› for the downtime log, reachable at ‹contact›',
    'The depot in ‹place› has no night shift, so customers wait until morning',
    'Since ‹project› went live, dispatch still runs on phone calls',
    'The invoice for ‹code› was wrong and settlement took months',
    'Technicians arrive without the history of the machine, says ‹person›',
    'Nobody owns the go-to plan for key accounts after the first visit',
    'Warranty claims at ‹client› are settled by hand and rarely recovered',
    '‹project› covers half of the regions only',
    'Dead stock ties up ‹money› that could go into spare parts',
    'Complaints go to ‹contact› first and then to whoever is on duty',
    'The bright side of remote diagnosis is a shorter repair time',
    'Win rates fall because nobody scores the decision chain in the CRM',
    '‹person› keeps the price list in a private spreadsheet',
    'Service contracts of ‹client› are renewed by ‹person› alone',
    'Engineers drive from ‹place› to ‹place› twice a week for one part',
    'First-time fix is low since the fault code is not read before the visit',
    'Reports for Q1 and Q2 do not agree with the ERP',
    'A smart path through the backlog would help the team most',
  ],
};

/** With which the recogniser was made. */
export const madeWith: Wording = { values: madeValues, templates: madeTemplates };

/** And by which it is judged. */
export const judgedBy: Wording = {
  values: {
    'zh-CN': {
      contact: [
        'zong.mq@zijiao-rail.com',
        '15955188264',
        '025-52887700',
        '微信：zijiao-rail2',
        'https://liangheng.com.cn/lx',
        '86 159 5518 8264',
        '800-999-0021',
      ],
      code: [
        '91340100MA8P2C7Q3X',
        '6217 0013 2000 4471 902',
        '身份证340104199107204023',
        '订单号PO20250918007',
        '账号3401 6708 0180 1000 7752',
      ],
      money: [
        '七十五万元',
        '¥680,000',
        '4.2亿',
        '几百万',
        '人民币九百万元',
        '贰仟万元整',
        '36万欧元',
        '六千多万',
        '１.５亿元',
        '一亿两千万',
      ],
      place: ['合肥', '蜀山区望江西路666号', '大连市', '绵阳', '江宁区将军大道29号3栋'],
    },
    'zh-TW': {
      contact: [
        'hello@yuanmao.tw',
        '0928-771-305',
        '(04)728-3391',
        'LINE ID：yuanmao_5',
        'www.yuanmao.tw',
        '+886-4-728-3391',
      ],
      code: ['統一編號84-1273905', '帳號0132-7788-4410-62', '訂單號YM20250817'],
      money: [
        '新台幣五百八十萬元',
        'NT$ 76,000',
        '三千萬',
        '2.4億元',
        '近千萬',
        '兩百多萬',
        '７０萬歐元',
      ],
      place: ['彰化', '宜蘭', '桃園市', '彰化市中山路二段208號'],
    },
    en: {
      contact: [
        'a.byrne@thistledown.ie',
        '+353 1 677 3200',
        '212-555-0163',
        'https://pellworth.co.uk',
        'zenitron.de',
        'WhatsApp: +49 151 2345 6789',
        'WeChat: zenitron_ag',
      ],
      code: [
        'DE89 3704 0044 0532 0130 00',
        'VAT IE6388047V9',
        '14-8830921',
        'account number 5500 0055 5555 5559',
        'order no PW-88213',
      ],
      money: [
        '$780,000',
        'GBP 2.1m',
        '€95k',
        'five million pounds',
        'a quarter of a million dollars',
        'CHF 340,000',
        '12 million euros',
        'eighty thousand dollars',
        '3bn yen',
      ],
      place: [
        'Leeds',
        '7 Harbour Street',
        'Hamburg',
        'Shenzhen',
        '1200 Pine Ridge Road',
        'New York',
      ],
    },
  },
  templates: {
    'zh-CN': [
      '自‹project›启动以来，‹client›的现场调度没有改善',
      '‹person›反映，返修件要等很久才能拿到结果',
      '去年在‹place›丢的单子值‹money›',
      '发现问题先打‹contact›，没人接再发邮件',
      '‹client›和经销商各有一套编码，‹code›要手工对照',
      '安装完成后没有培训，操作工只能互相请教',
      '服务合同到期前没有提醒，‹client›因此流失了老用户',
      '据‹person›估计，停机一天损失‹money›',
      '老客户的意见没有汇总，周总结流于形式',
      '库存分散在‹place›、‹place›，找一个件要问半天',
      '‹person›负责的区域没有备用人员',
      '高总量并不等于高利润，关键是单台毛利',
      '成套设备的图纸由‹client›保管，复制要审批',
      '‹project›的验收标准只有一句话',
      '金工车间的白班和夜班交接靠口头',
      '方案由‹person›提交，和‹client›的预算对不上',
    ],
    'zh-TW': [
      '自‹project›啟動以來，‹client›的現場調度沒有改善',
      '‹person›反映，返修件要等很久才有結果',
      '去年在‹place›丟的單子值‹money›',
      '有問題先打‹contact›，沒人接再寄信',
      '‹client›和經銷商各有一套編碼，‹code›要手動對照',
      '據‹person›估計，停機一天損失‹money›',
      '庫存分散在‹place›、‹place›，找一個零件要問半天',
      '服務合約到期前沒有提醒，‹client›因此流失老客戶',
      '‹project›的驗收標準只有一句話',
      '安裝之後沒有訓練，操作員只能互相請教',
      '高總量不等於高利潤，重點是單台毛利',
    ],
    en: [
      '‹client› has no list of installed machines, so campaigns miss half of them',
      'According to ‹person›, a day of downtime costs ‹money›',
      'Refunds above ‹money› need three signatures',
      'Field staff around ‹place› share one set of tools',
      'After hours the only number is ‹contact›',
      'The master agreement ‹code› does not say who pays for travel',
      '‹project› ended without an owner for the numbers',
      'Spare parts are named differently by ‹client› and its dealers',
      'Nobody follows up once a quote is sent, not even ‹person›',
      'Training material exists, but the newest version sits with ‹person›',
      'A green light on the panel does not mean that the pump is running',
      'Sales promises dates that the workshop in ‹place› cannot keep',
      'The price list of ‹client› is three years old',
      'Rush orders jump the queue and make every other order late',
      'Since ‹project› the pilot customers call ‹person› directly',
    ],
  },
};

/** As many texts with their answers, evenly over the languages. */
export function answered(
  count: number,
  seed: number,
  entities: Record<Tongue, Entity[]>,
  { templates, values }: Wording,
): Answered[] {
  const draw = dice(seed);
  const tongues = ['zh-CN', 'zh-TW', 'en'] as const;
  return Array.from({ length: count }, (_, i) => {
    const tongue = tongues[i % 3] as Tongue;
    const entity = draw(entities[tongue]);
    const parts = draw(templates[tongue])
      .split(/‹(\w+)›/)
      .map((text, at) =>
        at % 2 === 0 ? { text, secret: false } : { text: fill(text as Slot), secret: true },
      );
    return { tongue, entity, parts: parts.filter(({ text }) => text !== '') };

    function fill(slot: Slot): string {
      if (slot === 'client') return draw(entity.clients);
      if (slot === 'person') return draw(entity.persons);
      if (slot === 'project') return draw(entity.projects);
      return draw(values[tongue][slot]);
    }
  });
}

/** How much of what had to go went, and how much of what had to stay did not. */
export interface Score {
  secrets: number;
  missed: string[];
  words: number;
  struck: string[];
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export function score(texts: readonly Answered[], clean: (text: Answered) => string): Score {
  const found: Score = { secrets: 0, missed: [], words: 0, struck: [] };
  for (const one of texts) {
    const out = clean(one);
    const whole = one.parts.map(({ text }) => text).join('');
    let at = 0;
    for (const { text, secret } of one.parts) {
      if (secret) {
        found.secrets += 1;
        if (pieces(text).some((piece) => stands(piece, out)))
          found.missed.push(`${text} in ${whole} → ${out}`);
        continue;
      }
      for (const { segment, isWordLike } of segmenter.segment(text)) {
        if (!isWordLike) continue;
        found.words += 1;
        const there = out.indexOf(segment, at);
        if (there < 0) found.struck.push(`${segment} in ${whole} → ${out}`);
        else at = there + segment.length;
      }
    }
  }
  return found;
}

/** Letters as a word of their own: the “der” of a name is not that of “order”. */
const stands = (piece: string, text: string) =>
  /^\p{Script=Latin}+$/u.test(piece)
    ? new RegExp(`(?<!\\p{L})${piece}(?!\\p{L})`, 'u').test(text)
    : text.includes(piece);

/** What tells in a secret even if the rest is gone: its words, its runs of digits, any three Chinese signs. */
const pieces = (text: string): string[] => {
  const rest = text.replaceAll(labels, ' ');
  const letters = rest.match(/[\p{Script=Latin}]{3,}|\d{4,}/gu) ?? [];
  const signs = (rest.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    run.length <= 3 ? [run] : Array.from({ length: run.length - 2 }, (_, i) => run.slice(i, i + 3)),
  );
  return [text, ...letters, ...signs];
};
/** What says of which kind a secret is, and not whose. */
const labels =
  /微信号?|税号|账号|身份证|订单号|訂單號|LINE ID|WhatsApp|account number|order no|合同号|合同編號|統一編號|帳號|WeChat ID|LINE|VAT|account no|contract no|QQ|Mrs?\.?|Ms|Dr|https?|www|com/gu;
