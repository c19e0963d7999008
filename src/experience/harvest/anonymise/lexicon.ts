import type { Catalog } from '../../../catalog/schema';
import { MESSAGES } from '../../../messages';
import { folded, wordsOf } from './fold';

const list = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Provinces and cities; those that are ordinary words as well (白银, 来宾) are left out. */
export const chinesePlaces = list(`
北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海
台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 阳泉 晋城 朔州 晋中 运城
忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 沈阳 大连 鞍山 抚顺 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛 长春 四平 辽源 松原
白城 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 佳木斯 七台河 牡丹江 绥化 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁
杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城
福州 厦门 莆田 泉州 漳州 南平 龙岩 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海
日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 十堰 宜昌
襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 广州 韶关 深圳 珠海 汕头
佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 河池
海口 三亚 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖
玉溪 保山 昭通 丽江 普洱 临沧 大理 拉萨 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 商洛 兰州 嘉峪关 金昌 天水 武威 张掖 平凉 酒泉 庆阳 定西
陇南 西宁 银川 石嘴山 吴忠 固原 乌鲁木齐 克拉玛依 吐鲁番 哈密 昆山 常熟 张家港 江阴 宜兴 太仓 义乌 慈溪 余姚 晋江 台北 新北 桃园 台中 台南
高雄 基隆 新竹 嘉义 彰化 云林 南投 苗栗 宜兰 屏东 花莲 台东 澎湖 金门 浦东 东京 大阪 首尔 新加坡 伦敦 巴黎 柏林 慕尼黑 纽约 芝加哥 旧金山 悉尼 迪拜 曼谷 吉隆坡 雅加达 河内 胡志明市`);

const latinPlaces = list(`
beijing shanghai tianjin chongqing guangzhou shenzhen hangzhou suzhou nanjing wuhan chengdu xiamen qingdao dalian ningbo wuxi foshan dongguan
jinan zhengzhou changsha kunming shenyang harbin hefei fuzhou nanchang guiyang nanning lanzhou taiyuan changzhou nantong wenzhou jiaxing zhuhai
taipei kaohsiung taichung tainan hsinchu taoyuan jiangsu zhejiang guangdong shandong sichuan hubei hunan fujian anhui henan hebei liaoning
london manchester birmingham leeds glasgow edinburgh bristol liverpool dublin paris lyon marseille toulouse berlin munich hamburg frankfurt
stuttgart cologne dusseldorf leipzig dresden vienna zurich geneva basel bern amsterdam rotterdam eindhoven brussels antwerp copenhagen stockholm
gothenburg oslo helsinki tampere warsaw krakow prague brno budapest bucharest sofia athens madrid barcelona valencia seville lisbon porto milan
rome turin naples bologna istanbul ankara moscow kyiv dubai riyadh doha cairo lagos nairobi johannesburg durban mumbai delhi bangalore bengaluru
chennai pune hyderabad kolkata karachi lahore dhaka colombo bangkok hanoi saigon singapore penang jakarta surabaya manila cebu tokyo osaka nagoya
yokohama kyoto seoul busan incheon sydney melbourne brisbane perth adelaide auckland wellington toronto montreal vancouver calgary ottawa boston
chicago houston dallas austin denver seattle portland phoenix atlanta miami detroit cleveland pittsburgh philadelphia baltimore minneapolis
milwaukee memphis nashville charlotte orlando tampa cincinnati monterrey guadalajara bogota lima santiago`);
export const isLatinPlace = (word: string) => latin.has(word.toLowerCase());
const latin = new Set(latinPlaces);
/** Of two words, and by their short name. */
export const latinPlacesOfTwo =
  'New York|Los Angeles|San Francisco|San Diego|San Jose|Hong Kong|Kuala Lumpur|Ho Chi Minh City|Abu Dhabi|Tel Aviv|Cape Town|New Delhi|Mexico City|Sao Paulo|Rio de Janeiro|Buenos Aires|Silicon Valley';

export const surnames = new Set(
  list(`
王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 袁 潘 于 蒋 蔡 余 杜 叶 程 苏
魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 傅 方 白 邹 孟 熊 秦 邱 江 尹 薛 闫 阎 段 雷 侯 龙 史 陶 黎 贺 顾 毛 郝 龚 邵
万 钱 严 覃 武 戴 莫 孔 向 汤 温 康 施 文 牛 樊 葛 邢 安 齐 易 乔 伍 庞 颜 倪 庄 聂 章 鲁 岳 翟 殷 詹 申 欧 耿 关 兰 焦 俞 左 柳 甘 祝 包 宁
尚 符 舒 阮 柯 纪 梅 童 凌 毕 单 季 裴 霍 涂 成 苗 谷 盛 曲 翁 冉 骆 蓝 路 游 辛 靳 管 柴 蒙 鲍 华 喻 祁 蒲 房 滕 屈 饶 解 牟 艾 尤 阳 时 穆
农 司 卓 古 吉 缪 简 车 项 连 芦 麦 褚 娄 窦 戚 岑 景 党 宫 费 卜 冷 晏 席 卫 米 柏 宗 瞿 桂 全 佟 应 臧 闵 苟 邬 边 卞 姬 师 和 仇 栾 隋 商
洪 赖 丘 官 麻 练 冼 晋 蔺 伊 于 岑 利 区 邓 庾 岳 桂 应 揭 危 鄢 满 占 代 敬 扈 刁 沙 荣 巫 寇 桑 郎 甄 丛 仲 虞 敖 巩 明 佘 池 查 麻 苑 迟 邝 欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 端木`),
);

/** What follows a surname when a person is spoken of. */
export const titles = list(`
总经理 副总经理 总裁 副总裁 董事长 总监 经理 主任 部长 科长 处长 局长 厂长 院长 校长 所长 站长 店长 组长 班长 队长 课长 协理 主管 主席 书记
工程师 高工 总工 老师 先生 女士 小姐 太太 师傅 博士 教授 顾问 秘书 会计 律师 医生 副总 老板 董 总 工 生 姐 哥`).sort(
  (a, b) => b.length - a.length,
);

/** A title where it ends: 工 is none in 张工单, nor 总 in 总部. */
export const titleSource = (title: string): string =>
  ({
    工: '工(?![单作期序程种具艺厂段会时资地伤号位业况装费])',
    总: '总(?![部数量额共之则结体计价成目行店公司装线])',
    生: '生(?![产活成效命意态])',
  })[title] ?? title;

/** Words of one sign that may stand beside a name. */
export const particles = new Set(
  list(
    '和 与 跟 同 由 被 把 对 给 请 让 向 为 在 从 到 的 了 将 及 或 找 问 比 替 经 叫 令 使 陪 约 是 说 称 要 会 能 已 也 都 就 不 没 有 去 来 带 等 之 以 则 因 但 而 且 又 还 再 才 仍 并 按 据 靠 凭 于 至 往 朝 见 听 用 管 做 负 签 派 批 想 提 定 催 看 写 发 交 收 报 盯 抓 只 很 当 需 应 可 吧 吗 呢 啊 即 均 虽 若 如 故 所 原 归 属 帮 代 协 建 认 该 当 此 我 他 她 你 谢',
  ),
);

/** What firms' names end with; it tells nothing about whose it is. */
export const legalForms = list(`
股份有限公司 有限责任公司 集团有限公司 有限公司 集团公司 分公司 子公司 总公司 公司 集团 股份 控股 企业 总厂 工厂`);
export const sectors = list(`
服务 科技 技术 实业 贸易 商贸 咨询 信息 工程 发展 管理 制造 设备 电子 电气 电器 机械 机电 重工 医疗 医药 药业 化工 能源 汽车 物流 食品 家电
暖通 空调 电梯 自动化 智能 软件 网络 数据 通信 光电 材料 环保 建设 建筑 地产 置业 金融 保险 银行 证券 租赁 传媒 教育 系统 装备 仪器 仪表 精密
太阳能 光伏 风电 电池 动力 电力 石油 钢铁 纺织 服饰 家居 家具 航空 船舶 重机 工业 国际 商业 零售 解决方案 数字 数码 云 智造 智联 生物 新材料 新能源 半导体 包装`).sort(
  (a, b) => b.length - a.length,
);
export const legalWords = new Set(
  list(`co ltd inc llc llp gmbh ag kg se sa sas sarl srl spa bv nv ab oy as aps plc pty pte corp corporation company companies limited incorporated
  group holding holdings kk sdn bhd`),
);
export const sectorWords = new Set(
  list(`consulting consultants consultancy services service technology technologies solutions systems industries industrial industry international
  global engineering software digital electronics electric energy power manufacturing logistics foods medical healthcare pharma pharmaceuticals
  partners advisory associates analytics labs equipment machinery tools automotive motors elevators chemicals materials components instruments
  trading enterprises works products networks communications care appliances`),
);

/** Letters that everybody in the trade uses. */
const trade = list(`
AI API APP AR VR BI BOM BPM B2B B2C C2M CAD CAPA CEO CFO CIO COO CTO CRM CSAT CPQ CSR DTC EAM EDI EHS ERP ESG ESP ETA FAQ FMEA FTE FSM FAB GPS GDP
GM HR HVAC IM IPD IPO ISO IT IOT ITR IVR KA KOL KPI LTC LTD MBO MES MOQ MRO MTBF MTTR MVP NDA NLP NPS NPV OA OCR OEE OEM OKR OTD PC PDA PDCA PLC PLM PM
PMO POC PPM PR QA QC QMS QR RACI RFP RFQ RFID RMA ROI RPA SAAS SCM SKU SLA SME SMS SOP SOW SPC SQL SRM TAS TCO TMS TQM UI UAT UX VIP VOC WBS WMS XML
CSV PDF EXCEL WORD POWERPOINT MCI ECM PBM APPFI ABC OK FAX TV DIY USB LED NDT CO2 LLM IRR BCR PV CAPEX OPEX EBITDA P&L Q&A R&D D2C O2O`);

/** Ordinary words that names are made of, or sentences begin with, and that a catalog need not have. */
const everyday = list(`
a about above after again against all almost along already also although always among an and another any are around as ask asks at away back bad be
because been before behind below best better between beyond big both bring brings but by call calls can cannot cause check checks clear client clients
close come complete could count crew customer customers cut daily day days deal deals delay delays delivery did do does done down draft dispatch
dispatchers drivers due during each early either else end engineers enough even every everyone everything few field fill final finally find first
fix follow for from full further get give given go goes going good great group guess had half hardly has have he help her here high his hold hour
hours how however i if in incoming instead into invoices is it its itself just keep kept know lack large last late later lead leads least leave less
let like line list little local long look lose lost low made mail main make makes managers many maybe me meet meeting meetings might mine minutes
missing month monthly months more most much must my near nearly need needs never new next no nobody none nor not nothing now of off office often old
on once one only open operators or orders other others our out outside over own paper part parts path people per perhaps phone phones place plan
planners please point poor price prices put question quarter quick quickly quotes rarely rather read ready real really reason repair repairs reports
result return returns right road round run sales same save say says schedule second see seldom sell send service set several she short should show
shows side signed simple since site sites slow small so some somebody someone something sometimes soon spare staff stage start step still stock stop
stores suppliers such take takes talk team teams technicians tell than thanks that the their them themselves then there these they thing things
third this those though three through throughout time times to today together too total track true try turn twice two under unless until up us use
used users usually very visit visits wait waits want was way we week weekly weeks well went were what whatever when whenever where whether which
while who whole whose why will win wins with within without work works would write year yearly years yes yet you your
bright north south east west northern southern eastern western united general national first summit star sun moon blue green red black white gold
silver grey gray river lake stone hill mountain forest ocean sea sky cloud bridge gate house home city town king crown royal grand prime core apex
next nova alpha beta delta omega vision target focus quest pioneer spark spring winter summer autumn light dawn peak edge link net smart swift rapid
fast solid steel iron pearl diamond crystal phoenix falcon eagle lion tiger horizon bay cape island valley field park garden square cross mark rose
grace hope faith joy may june april august will bill rich frank grant chase hunter mason baker cook fisher taylor smith price day young long short
monday tuesday wednesday thursday friday saturday sunday january february march july september october november december english chinese european
american asian mr mrs ms miss dr prof sir madam excel microsoft office outlook windows internet web online email`);

/** Words that are nobody's, in lower case and folded, and how often they are used. */
export type Vocabulary = ReadonlyMap<string, number>;

const ofProduct: { made?: Vocabulary } = {};
const ofCatalog = new WeakMap<Catalog, Vocabulary>();

function collect(texts: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const { word } of wordsOf(folded(text).toLowerCase()))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Every text of a catalog, in every language, whatever it belongs to. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) if (!unspoken.has(key)) yield* textsOf(one);
}
/** What says who accepted something is no vocabulary. */
const unspoken = new Set(['history', 'harvested', 'observed', 'decided', 'sources', 'by']);

/** A word that is used so often is no name, even if a name is spelled like it. */
const often = 3;

const plain = (): Vocabulary =>
  (ofProduct.made ??= merged([
    collect([...Object.values(MESSAGES.en), ...Object.values(MESSAGES['zh-CN'])]),
    new Map([...everyday, ...trade].map((word) => [word.toLowerCase(), often])),
  ]));

/** The words that are nobody's name: those of the product, of these catalogs, and of every day. */
export function vocabularyOf(catalogs: readonly Catalog[]): Vocabulary {
  return merged([
    plain(),
    ...catalogs.map((catalog) => {
      const made = ofCatalog.get(catalog) ?? collect(textsOf(catalog));
      ofCatalog.set(catalog, made);
      return made;
    }),
  ]);
}

function merged(all: readonly Vocabulary[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const one of all)
    for (const [word, count] of one) counts.set(word, (counts.get(word) ?? 0) + count);
  return counts;
}

/** Whether a name in Chinese is a word of every day as well. */
export const isCommon = (vocabulary: Vocabulary, word: string): boolean =>
  (vocabulary.get(word) ?? 0) >= often || /^周[一二三四五六日末]$/u.test(word);

/** Whether a Latin word, or an inflected form of it, is ordinary. */
export function isOrdinary(vocabulary: Vocabulary, word: string): boolean {
  const lower = word.toLowerCase().replace(/['’]s$/, '');
  if (vocabulary.has(lower)) return true;
  return ['s', 'es', 'd', 'ed', 'ing', 'ly', 'er', 'ers', 'r', 'al', 'ment'].some((end) => {
    if (!lower.endsWith(end) || lower.length - end.length < 3) return false;
    const stem = lower.slice(0, -end.length);
    return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].some((one) => vocabulary.has(one));
  });
}
