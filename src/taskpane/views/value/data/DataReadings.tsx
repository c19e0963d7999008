import {
  Body1,
  Button,
  Caption1,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { useEffect, useMemo, useRef, useState } from 'react';
import { describeProblem } from '../../../../catalog/problem';
import { readJson } from '../../../../catalog/parse';
import {
  changesOf,
  hasMappingSheet,
  headersIn,
  keptMapping,
  makeMappingSheet,
  mappingChanges,
  parseMapping,
  type Mapping,
  type SourceFile,
} from '../../../../readings';
import '../../../../messages/late/readings/index';
import { isoOf, serialOf } from '../../../../rules';
import { useBook } from '../../../core/book';
import { describeError } from '../../../core/describeError';
import { FileInput } from '../../../parts/FileInput';
import { Fold } from '../../../parts/Fold';
import { Notice } from '../../../parts/Notice';
import { Section } from '../../../parts/Section';
import { SubPage } from '../../../parts/SubPage';
import { Waiting } from '../../../parts/Waiting';
import { useLang, useSay } from '../../../words/say';
import { metricsOf } from '../metrics';
import { browserFile } from './browserFile';
import { withForm, writtenIn, type QueryForm } from './form';
import { QueryFields } from './QueryFields';
import { ReadingsPreview } from './ReadingsPreview';
import { useGathered } from './useGathered';

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: { margin: 0, paddingInlineStart: '18px', overflowWrap: 'anywhere' },
  apply: { alignSelf: 'flex-start' },
  control: { minWidth: 0, width: '100%' },
});

const dataFiles = '.csv,.txt,.tsv,.xls,.xlsx,.xlsm,.jsonl,.ndjson,.json,.parquet';
/** A page holds every row that is read; larger files are for the command line. */
const mostBytes = 60_000_000;

interface Told {
  intent: 'success' | 'error';
  text: string;
}

/** Readings computed from a client's files: shown first, then taken in. */
export default function DataReadings({ onBack }: { onBack: () => void }) {
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const { study, busy, edit, quietly, look } = useBook();
  const metrics = useMemo(() => metricsOf(study), [study]);
  const kept = useMemo(() => keptMapping(study.read.engagement), [study]);
  const [own, setOwn] = useState<Mapping>();
  const [files, setFiles] = useState<SourceFile[]>([]);
  const [shown, setShown] = useState(0);
  const [headers, setHeaders] = useState<string[]>([]);
  const [until, setUntil] = useState(() => {
    const today = isoOf(serialOf(new Date()));
    const { asOf } = study.read.engagement.settings;
    return typeof asOf === 'string' && asOf > today ? asOf : today;
  });
  const [overSigned, setOverSigned] = useState(false);
  const [told, setTold] = useState<Told>();
  const [dataInput, mappingInput] = [
    useRef<HTMLInputElement>(null),
    useRef<HTMLInputElement>(null),
  ];
  const chooseButton = useRef<HTMLButtonElement>(null);
  const mapping = own ?? kept;

  useEffect(() => {
    const file = files[shown];
    let current = true;
    void (file ? headersIn(file) : Promise.resolve([])).then(
      (found) => current && setHeaders(found),
    );
    return () => {
      current = false;
    };
  }, [files, shown]);

  const { computing, gathered, error } = useGathered(study, mapping, files, {
    until,
    overSigned,
  });
  const concernsSigned =
    overSigned || gathered?.entries.some(({ why }) => why?.code === 'signed') === true;

  const chooseFiles = (chosen: File[]) => {
    const size = chosen.reduce((sum, file) => sum + file.size, 0);
    setTold(undefined);
    if (size > mostBytes) {
      const megabytes = mostBytes / 1_000_000;
      setTold({ intent: 'error', text: say('pane.readings.tooLarge', { megabytes }) });
    } else {
      setShown(0);
      setFiles(chosen.map(browserFile));
    }
  };
  const chooseMapping = async ([file]: File[]) => {
    if (!file) return;
    const { json, problems } = readJson(await file.text());
    const parsed = problems.length > 0 ? { problems } : parseMapping(json);
    if ('mapping' in parsed && parsed.mapping) {
      setTold(undefined);
      return setOwn(parsed.mapping);
    }
    const detail = parsed.problems.map((one) => describeProblem(lang, one)).join(' ');
    setTold({
      intent: 'error',
      text: say('failure.readings-bad-mapping', { mapping: file.name, detail }),
    });
  };
  const addQuery = (form: QueryForm, isRatio: boolean) =>
    setOwn(withForm(mapping, form, { isRatio, file: files[shown]?.name ?? '' }));

  const taken = gathered?.entries.filter(
    ({ status }) => status === 'new' || status === 'changed',
  ).length;
  const takeIn = async () => {
    if (!gathered || !mapping) return;
    const taking = {
      lang: study.spec.lang,
      on: isoOf(serialOf(new Date())),
      files: gathered.files,
    };
    // One edit, so that readings and mapping are taken back together.
    const changes = [
      ...mappingChanges(study, mapping),
      ...changesOf(gathered.entries, { ...taking, mapping }),
    ];
    try {
      if (!hasMappingSheet(study))
        await quietly((context, options) => makeMappingSheet(context, study, options));
    } catch (cause) {
      return setTold({ intent: 'error', text: describeError(lang, cause) });
    }
    await look();
    const edited = changes.length === 0 || (await edit(changes)) !== undefined;
    if (edited)
      setTold({ intent: 'success', text: say('pane.readings.done', { count: taken ?? 0 }) });
    setOwn(undefined);
    // What was pressed is no longer there: whoever goes on by keys goes on from here.
    chooseButton.current?.focus();
  };

  return (
    <SubPage title={say('pane.readings')} back={say('pane.value.back')} onBack={onBack}>
      <Body1 className={styles.muted}>{say('pane.readings.lead')}</Body1>
      {error !== undefined && <Notice intent="error" text={describeError(lang, error)} />}
      {told && <Notice {...told} onDismiss={() => setTold(undefined)} />}
      <Section title={say('pane.readings.files')}>
        <div className={styles.actions}>
          <Button
            ref={chooseButton}
            icon={<DocumentTableRegular />}
            appearance={files.length === 0 ? 'primary' : 'secondary'}
            onClick={() => dataInput.current?.click()}
          >
            {say('pane.readings.chooseFiles')}
          </Button>
          <Button onClick={() => mappingInput.current?.click()}>
            {say('pane.readings.chooseMapping')}
          </Button>
        </div>
        <FileInput
          ref={dataInput}
          label={say('pane.readings.chooseFiles')}
          accept={dataFiles}
          multiple
          onFiles={chooseFiles}
        />
        <FileInput
          ref={mappingInput}
          label={say('pane.readings.chooseMapping')}
          accept=".json"
          onFiles={(chosen) => void chooseMapping(chosen)}
        />
        {files.length > 0 && (
          <ul className={styles.list}>
            {files.map(({ name }) => (
              <li key={name}>
                <Caption1>{name}</Caption1>
              </li>
            ))}
          </ul>
        )}
        <Caption1 className={styles.muted}>
          {mapping
            ? say(own ? 'pane.readings.mapping.own' : 'pane.readings.mapping.kept', {
                tables: Object.keys(mapping.tables).join(', '),
              })
            : say('pane.readings.mapping.none')}
        </Caption1>
        <Field label={say('pane.readings.until')}>
          <Input
            className={styles.control}
            type="date"
            input={{ style: { minWidth: 0 } }}
            value={until}
            onChange={(_, { value }) => setUntil(value)}
          />
        </Field>
      </Section>
      {computing && <Waiting text="pane.readings.computing" />}
      {gathered && (
        <Section title={say('pane.readings.preview')}>
          <ReadingsPreview gathered={gathered} metrics={metrics} />
          {concernsSigned && (
            <Checkbox
              label={say('pane.readings.overSigned')}
              checked={overSigned}
              onChange={(_, { checked }) => setOverSigned(checked === true)}
            />
          )}
          <Button
            className={styles.apply}
            appearance="primary"
            disabledFocusable={busy || gathered.entries.every(({ status }) => status === 'refused')}
            onClick={() => void takeIn()}
          >
            {say('pane.readings.take', { count: taken ?? 0 })}
          </Button>
        </Section>
      )}
      {headers.length > 0 && (
        <Fold title={say('pane.readings.form')} open={!mapping}>
          {files.length > 1 && (
            <Field label={say('pane.readings.file')}>
              <Select
                className={styles.control}
                value={String(shown)}
                onChange={(_, { value }) => setShown(Number(value))}
              >
                {files.map(({ name }, no) => (
                  <option key={name} value={String(no)}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <QueryFields
            key={files[shown]?.name}
            metrics={metrics.filter(({ inScope }) => inScope)}
            headers={headers}
            written={writtenIn(mapping, files[shown]?.name ?? '')}
            onQuery={addQuery}
          />
        </Fold>
      )}
    </SubPage>
  );
}
