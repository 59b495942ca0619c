import type { CaseDocument } from '../../documents/case-documents';
import type { Rules } from '../../proposals/rules';
import type { Dossier } from '../deeds/deed-subject';
import type { Beside } from './case-beside.service';
import type { CaseSection } from './case-section';
import { assignmentsSection } from './sections/assignments-section';
import { deadlinesSection } from './sections/deadlines-section';
import { documentsSection } from './sections/documents-section';
import { examinationSection } from './sections/examination-section';
import { familySection } from './sections/family-section';
import { feedbackSection } from './sections/feedback-section';
import { filesSection } from './sections/files-section';
import { HistorySection } from './sections/history-section';
import { promisesSection } from './sections/promises-section';
import { evaluationSection, publicationSection } from './sections/publicity-sections';
import { opinionsSection, repliesSection } from './sections/replies-section';
import { SponsorsSection } from './sections/sponsors-section';
import { TextSection } from './sections/text-section';
import { urgingSection } from './sections/urging-section';
import { meetingsSection, progressSection } from './sections/work-section';

export interface CaseMaterial {
  readonly dossier: Dossier;
  readonly beside: Beside;
  readonly handling: Rules['handling'];
  readonly today: string;
  readonly documents: readonly CaseDocument[];
}

/** The parts of a case's page: what people come for first, the record of how it went last. */
export const caseSections = ({
  dossier,
  beside,
  handling,
  today,
  documents,
}: CaseMaterial): CaseSection[] => [
  { id: 'text', title: '提案文本', content: <TextSection dossier={dossier} beside={beside} /> },
  { id: 'sponsors', title: '提案者', content: <SponsorsSection dossier={dossier} /> },
  { id: 'examination', title: '审查', content: examinationSection(dossier, handling) },
  { id: 'family', title: '并案', content: familySection(beside.family, dossier.id) },
  { id: 'assignments', title: '承办单位', content: assignmentsSection(dossier, today) },
  { id: 'meetings', title: '面商', content: meetingsSection(dossier, beside) },
  { id: 'progress', title: '办理进展', content: progressSection(dossier) },
  { id: 'opinions', title: '会办意见', content: opinionsSection(dossier) },
  { id: 'replies', title: '答复', content: repliesSection(dossier, handling.classes, documents) },
  { id: 'promises', title: '承诺事项', content: promisesSection(dossier, beside, today) },
  { id: 'feedback', title: '反馈', content: feedbackSection(dossier, beside) },
  { id: 'urging', title: '催办督办', content: urgingSection(dossier) },
  { id: 'evaluation', title: '民主评议', content: evaluationSection(dossier, beside) },
  { id: 'publication', title: '公开', content: publicationSection(dossier, beside) },
  { id: 'documents', title: '公文', content: documentsSection(documents) },
  { id: 'attachments', title: '附件', content: filesSection(dossier) },
  { id: 'deadlines', title: '期限', content: deadlinesSection(dossier, beside, today) },
  { id: 'history', title: '办理经过', content: <HistorySection dossier={dossier} /> },
];
