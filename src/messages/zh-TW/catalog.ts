export const catalog = {
  'catalog.problem.too-large': '檔案超過{limit} MB。請拆成多個目錄分別載入。',
  'catalog.problem.not-json': '檔案不是有效的JSON：{detail}。請用JSON編輯器檢查後重新載入。',
  'catalog.problem.unsafe-key': '{place}：不允許使用「{key}」作為名稱。請刪除或改名。',
  'catalog.problem.unknown-key': '{place}：沒有名為{keys}的欄位。請核對拼寫或刪除。',
  'catalog.problem.missing': '{place}：必填，但沒有填寫。請補上。',
  'catalog.problem.wrong-type': '{place}：應為{type}。請修改。',
  'catalog.problem.not-allowed': '{place}：只能是{values}之一。請修改。',
  'catalog.problem.at-most': '{place}：超過上限{limit}。請縮短或減少。',
  'catalog.problem.at-least': '{place}：低於下限{limit}。請補足。',
  'catalog.problem.query-parts':
    '{where}：query 與指標不合：有分母的要 numerator 和 denominator，沒有的要 value。請修改。',
  'catalog.problem.query-table':
    '{where}：沒有標準表「{table}」。請用 docs/canonical-tables.md 中的一張。',
  'catalog.problem.query-column':
    '{where}：標準表「{table}」沒有列「{column}」，或其類型不合。請查 docs/canonical-tables.md。',
  'catalog.problem.bad-id':
    '{place}：編號只能由小寫字母、數字組成，以「.」或「-」分段，如 ka.pain.esp.no-plan。請修改。',
  'catalog.problem.unreadable-text':
    '{place}：文字只有空白，或含有不可顯示的控制字元。請重新輸入。',
  'catalog.problem.bad-version': '{place}：版本號應為三段數字，如1.0.0。請修改。',
  'catalog.problem.bad-date': '{place}：日期寫作2026-06-30。請修改。',
  'catalog.problem.bad-url': '{place}：應為以http或https開頭的完整網址。請修改。',
  'catalog.problem.invalid': '{place}：內容不符合目錄格式。請對照目錄的JSON Schema修改。',

  'catalog.problem.duplicate-id':
    '{where}：編號出現{count}次。編號必須唯一，請給後來的條目換一個編號。',
  'catalog.problem.unknown-id': '{place}：找不到編號「{to}」。請補上該條目或刪除引用。',
  'catalog.problem.unknown-id-near': '{place}：找不到編號「{to}」。是否應為「{near}」？',
  'catalog.problem.wrong-kind':
    '{place}：「{to}」是{kind}，此處只能引用{kinds}。請改引用，或改從另一端建立關聯。',
  'catalog.problem.wrong-dimension':
    '{where}：維度「{dimension}」不容納{kind}。請換一個維度，或在該維度的holds中加入它。',
  'catalog.problem.wrong-module':
    '{where}：模組「{module}」屬於維度「{expected}」，而本條目在「{dimension}」。請使兩者一致。',

  'catalog.problem.metric-in-dark':
    '{where}：暗線維度「{dimension}」不設自己的指標。請把指標移到讀取其價值的明線維度。',
  'catalog.problem.dark-without-read-in':
    '{where}：暗線維度沒有說明價值在哪裡讀取。請在readIn中列出至少一個容納指標的維度。',
  'catalog.problem.read-in-without-metrics':
    '{where}：readIn中的維度「{to}」不容納指標。請改為容納指標的維度。',
  'catalog.problem.read-in-on-bright':
    '{where}：只有暗線維度才有readIn。請刪除readIn，或把line設為dark。',
  'catalog.problem.few-dimensions':
    '{where}：容納{kind}的維度只有{count}個，方法要求{usual}個。請補足。',
  'catalog.problem.empty-dimension': '{where}：維度中沒有{kind}。請補充條目，或從holds中刪除它。',
  'catalog.problem.module-size':
    '{where}：模組有{count}項功能，宜為{least}至{most}項。請拆分、合併或補充。',

  'catalog.problem.average-without-guards':
    '{where}：平均類指標沒有護欄，剔除客戶或單據也能把平均值做高。請在guards中列出不得變差的指標。',
  'catalog.problem.range-empty':
    '{where}：第{number}條參照區間沒有數值。請填寫low、typical、best中至少一個。',
  'catalog.problem.range-order':
    '{where}：第{number}條參照區間次序有誤。請按指標的方向，從差到好寫low、typical、best。',
  'catalog.problem.range-percent':
    '{where}：第{number}條參照區間遠大於1。比率寫作0到1之間，如0.75。請修改。',
  'catalog.problem.range-currency':
    '{where}：第{number}條參照區間是金額卻沒有幣種，或不是金額卻寫了幣種。請補上currency（如USD），或刪去。',
  'catalog.problem.range-without-address':
    '{where}：參照區間的來源「{source}」沒有網址，無從查證。請在sources中補上url，或刪除該區間。',
  'catalog.problem.needs-in-circle': '{where}：前置功能繞回了自身：{path}。請刪除其中一條needs。',
  'catalog.problem.not-with-itself': '{where}：指標不能與自己二選一。請換一個指標。',
  'catalog.problem.same-level':
    '{where}：成熟度的兩個等級證據相同，分不出高低。請分別寫明各級能看到什麼。',
  'catalog.problem.same-script': '{where}：訪談問題與「{other}」相同。請針對本條改寫。',
  'catalog.problem.script-length':
    '{where} · script.{part}：{lang}有{length}字，宜為{least}至{most}字。請調整。',

  'catalog.problem.contract-weights': '{where}：各條款權重合計{percent}%。請分配滿100%。',
  'catalog.problem.contract-twice':
    '{where}：「{metric}」對賭了兩次。每個指標只寫一次，或換一個指標。',
  'catalog.problem.contract-both':
    '{where}：同時對賭「{metric}」和「{other}」，而兩者計的是同一份收益。請只留一個。',
  'catalog.problem.guards-itself': '{where}：指標不能作自己的護欄。請換一個指標。',
  'catalog.problem.node-in-itself': '{where}：沿parent往上又回到了這個節點。請改成真正的上級節點。',
  'catalog.problem.node-too-deep': '{where}：價值樹最多{deepest}層。請掛到更高的節點下。',
  'catalog.problem.lone-overlap':
    '{where}：價值樹節點「{group}」只有這一個指標，也沒有上下級節點。請讓另一個計同一筆錢的指標也加入，或刪除overlap。',
  'catalog.problem.priced-without-drivers':
    '{where}：有貨幣收益的指標沒有貨幣化參數。請在drivers中列出，或把benefit設為leading。',
  'catalog.problem.leading-with-drivers':
    '{where}：先行指標自身不計價。請刪除drivers與divisor，或改為有貨幣收益的類別。',
  'catalog.problem.ratio-without-denominator':
    '{where}：比率需要分母。請填寫denominator，或換一種measure。',
  'catalog.problem.no-measure':
    '{where}：未註明讀數性質。請把measure設為level、flow、ratio或rolling；最近十二個月的數是rolling，從不相加。',
  'catalog.problem.level-without-mode':
    '{where}：存量須註明時間窗內取什麼。請把levelMode設為last，或設為mean（按天數加權平均）。',
  'catalog.problem.mode-without-level':
    '{where}：levelMode只用於存量。請刪去，或把measure設為level。',
  'catalog.problem.base-without-flow': '{where}：base只用於流量。請刪去，或把measure設為flow。',
  'catalog.problem.unused-driver': '{where}：沒有指標或痛點用到這個貨幣化參數。請引用它或刪除它。',

  'catalog.problem.plan-without-ask':
    '{where}：沒有承接任何價值驅動點。請在calledBy中關聯四問的答案。',
  'catalog.problem.pain-without-ask':
    '{where}：追溯不到任何價值驅動點。請在calledBy中關聯四問的答案，或關聯已承接四問的規劃。',
  'catalog.problem.pain-without-function':
    '{where}：沒有功能回應這個痛點。請補充功能，或在某項功能的calledBy中關聯它。',
  'catalog.problem.function-without-pain':
    '{where}：沒有對應任何痛點。請在calledBy中關聯它要解決的痛點。',
  'catalog.problem.innovation-without-caller':
    '{where}：沒有前序步驟提出過它。請在calledBy中關聯四問、規劃、痛點或功能。',
  'catalog.problem.moves-nothing':
    '{where}：{kind}沒有帶動任何指標。請在moves中關聯它要改變的指標。',
  'catalog.problem.unmoved-metric':
    '{where}：沒有功能或創新帶動這個指標。請在相應功能或創新的moves中關聯它。',

  'catalog.problem.no-levels':
    '{where}：其他模組都寫了五級成熟度，這個沒有。請給每級寫一列看得到的證據。',
  'catalog.problem.no-script':
    '{where}：其他價值驅動點和痛點都寫了怎麼問，這一條沒有。請補上訪談指令碼。',
  'catalog.problem.no-direction':
    '{where}：其他條目都有價值驅動點或規劃在要它，這一條沒有。請在calledBy中寫明它服務於哪一條。',
  'catalog.problem.part-without-items':
    '{where}：模型頁的這一格沒有引出可挑選或可讀數的條目。請在holds中寫維度或模組，或在calls中寫條目。',
  'catalog.problem.other-language': '{where}：{lang}文字用的是另一種語言。請翻譯。',

  'catalog.problem.same-text': '{where}：{lang}文字與「{other}」相同。請區分或合併這兩條。',
  'catalog.problem.similar-text':
    '{where}：文字與「{other}」有{percent}%相同，客戶難以分辨。請區分或合併這兩條。',
  'catalog.problem.short-text':
    '{where}：{lang}文字{length}個字元，宜為{least}至{most}個。請寫具體：誰、何時、何事、何代價。',
  'catalog.problem.long-text':
    '{where}：{lang}文字{length}個字元，宜為{least}至{most}個。請精簡，細節移到explanation。',

  'catalog.problem.other-model':
    '{where}：此檔案是對「{over}」的修改，不能用於「{base}」。請選擇對應的模型，或改正檔案中的id。',
  'catalog.problem.changes-unknown':
    '{where}：模型中沒有這個編號，無從更改。請核對編號；新條目須寫全。',
  'catalog.problem.changes-unknown-near':
    '{where}：模型中沒有這個編號，無從更改。是否指「{near}」？新條目須寫全。',
  'catalog.problem.no-base':
    '{where}：這個檔案像是對某個模型的更改，但沒有那個模型。請用 --catalog 給出模型，或把檔案寫全。',
  'catalog.problem.no-base-near':
    '{where}：這個檔案像是對某個模型的更改，但沒有那個模型。是否指「{near}」？或用 --catalog 給出模型。',
  'catalog.problem.no-successor':
    '{where}：「{to}」不能承接：目錄沒有提供這種條目。請核對 replacedBy 和 splitInto。',
  'catalog.problem.succeeded-in-life':
    '{where}：寫了由誰承接，但並未停用。請用 retired 寫明自哪版停用，或去掉 replacedBy 和 splitInto。',
  'catalog.problem.removes-unknown':
    '{where} · remove：沒有編號為「{to}」的條目可刪除。請核對編號。',
  'catalog.problem.removes-unknown-near':
    '{where} · remove：沒有編號為「{to}」的條目可刪除。是否應為「{near}」？',

  'catalog.problem.sheet-missing':
    '沒有工作表「{sheet}」。請加上它和標題列；匯出一個目錄可以看到樣子。',
  'catalog.problem.column-missing':
    '沒有「{column}」欄。請在標題列加上；欄位允許空時儲存格可以留空。',
  'catalog.problem.column-unknown':
    '「{column}」不是目錄的欄位。請改正名稱，或清空該儲存格及其所屬內容。',
  'catalog.problem.column-twice': '「{column}」欄出現了兩次。請刪去一欄。',
  'catalog.problem.cell-unreadable': '{column}：「{found}」不是{type}。請修改。',

  'catalog.problem.untranslated': '{where}：只有一種語言，翻譯之前另一種語言顯示相同文字。',
  'catalog.problem.placeholder-left': '{where}：文字中還有〔甲方〕或[client]之類的佔位符。請改寫。',
  'catalog.problem.stale-text':
    '{where}：{texts}比另一種語言的措辭舊。請更新譯文，並從 stale 中刪去。',
  'catalog.problem.suspicious-left':
    '{where}：「{words}」可能是某人或某單位的名稱。請改寫；確實不是的，在 cleared 下寫 yes。',
  'catalog.problem.withheld-left': '{where}：「{words}」在本公司不得外傳的詞表上。請改寫。',
  'catalog.problem.conflicting-wordings':
    '{where}：{item} · {field} 在 {other} 中另有一種措辭。兩者只能接受一個。',

  'catalog.word.file': '整個檔案',
  'catalog.word.ask': '四問答案',
  'catalog.word.plan': '規劃',
  'catalog.word.pain': '痛點',
  'catalog.word.function': '功能',
  'catalog.word.innovation': '創新',
  'catalog.word.metric': '指標',
  'catalog.word.dimension': '維度',
  'catalog.word.module': '模組',
  'catalog.word.driver': '貨幣化參數',
  'catalog.word.node': '價值樹節點',
  'catalog.word.source': '來源',
  'catalog.word.contract': '對賭合約',
  'catalog.word.page': '模型頁',
  'catalog.word.string': '文字',
  'catalog.word.number': '數字',
  'catalog.word.int': '整數',
  'catalog.word.boolean': 'true/false',
  'catalog.word.array': '列表',
  'catalog.word.object': '對象',
  'catalog.word.record': '對象',
  'catalog.word.links': '關聯（每列一個，如「ka.pain.x 2」）',
  'catalog.word.json': 'JSON',
  'catalog.word.value': '有效的值',
} as const;
