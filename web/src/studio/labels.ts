import type { Schema } from '@/api/types.ts';
import { dateTime, won } from '@/text/format.ts';
import { type Tone, consultationStatus, paymentStatus } from '@/text/labels.ts';

/** What the studio reads for the words of the contract that customers never see. */
type Label = { text: string; tone: Tone };

export const attentionKind: Record<Schema['AttentionKind'], Label> = {
  UNANSWERED: { text: '답변 필요', tone: 'warn' },
  REPLY_UNANSWERED: { text: '새 메시지', tone: 'info' },
  ANALYSIS_FAILED: { text: '분석 실패', tone: 'bad' },
  ANALYSIS_NOT_STARTED: { text: '분석이 시작되지 않음', tone: 'bad' },
  DELIVERY_DEAD: { text: '발송 실패', tone: 'bad' },
};

export const lane: Record<Schema['Lane'], string> = { DISCORD: 'Discord', EMAIL: '메일', INTERNAL: '앱 알림', PAYMENTS: '결제사' };

export const flagReason: Record<Schema['FlagReason'], string> = {
  AMOUNT: '금액이 다릅니다', CURRENCY: '통화가 다릅니다', STORE: '다른 상점의 결제입니다', TEST_CHANNEL: '시험용 채널의 결제입니다',
  OTHER_PAYMENT: '다른 결제의 거래입니다', OTHER_CUSTOMER: '다른 고객이 자기 결제라고 했습니다', PAID_TWICE: '두 번 결제되었습니다',
};

export const ledgerKind: Record<Schema['LedgerKind'], Label> = {
  PAYMENT: { text: '결제', tone: 'good' },
  REFUND: { text: '환불', tone: 'neutral' },
  FLAG: { text: '의심 입금', tone: 'bad' },
  FLAG_REFUND: { text: '의심 입금 반환', tone: 'warn' },
};

export const screeningCategory: Record<Schema['ScreeningCategory'], string> = { FORBIDDEN_CONTENT: '금지된 내용', OUT_OF_SCOPE: '작업 범위 밖' };

/** Why a consultation was not taken on; one that is new is shown as it came. */
const rejections: Record<string, string> = { ...screeningCategory, BUDGET_TOO_LOW: '예산 부족', INFEASIBLE: '만들 수 없음', BY_ADMIN: '담당자의 결정' };
export const rejection = (code: string) => rejections[code] ?? code;

export const excuse: Record<Schema['Excuse'], string> = { PHRASE: '예외 표현 안에 있음', NEGATION: '문장이 부정함', ENUMERATION: '예외인 말과 나열됨' };

/** Names of programs, which the contract has as plain text: one that is new here is shown as it is. */
const handlers: Record<string, string> = {
  PostTrigger: '분석 요청 보내기', PostToOperators: '운영 채널에 알리기', MailCustomer: '고객 메일', MailAdmins: '관리자 메일', MailUnread: '읽지 않은 알림 메일',
  NotifyCustomer: '고객 앱 알림', NotifyAdmins: '관리자 앱 알림', SendRefund: '결제사에 환불 요청', RefundFeeByRule: '분석 요금 환불 결정',
  SendVerificationMail: '주소 확인 메일', SendResetMail: '비밀번호 재설정 메일', SendPasswordChangedMail: '비밀번호 변경 메일',
  SendEmailChangeMails: '이메일 주소 변경 메일', SendMarketingConsentMail: '광고 수신 동의 메일', EraseFiles: '파일 지우기',
};
export const handler = (name: string) => handlers[name] ?? name;

/** What a delivery tells of; one that is new is shown as it came. */
const events: Record<string, string> = {
  AccountDeleted: '계정 삭제', AnalysisQueued: '분석 차례', AnswerAwaited: '답변을 기다림', AttentionNeeded: '사람이 필요함', ConsultationCancelled: '상담 취소',
  ConsultationCompleted: '분석 완료', ConsultationFailed: '분석 실패', ConsultationPutOnHold: '상담 보류', ConsultationRejected: '상담 거절', DesignsDelivered: '화면 시안 도착',
  DocumentDelivered: '문서 도착', EmailChangeAsked: '이메일 변경 요청', EmailChanged: '이메일 변경', EmailVerificationAsked: '주소 확인 요청', LedgerDisagreed: '장부 불일치',
  MailFailed: '돌아온 메일', MailNotSent: '나가지 않은 메일', MarketingConsentChanged: '광고 수신 동의 변경', MessagePosted: '새 메시지', NotificationLeftUnread: '읽지 않은 알림', OutboxMessageDied: '발송 실패',
  PasswordChanged: '비밀번호 변경', PasswordResetAsked: '비밀번호 재설정 요청', PaymentAwaited: '결제 대기', PaymentFlagged: '의심 결제', PaymentPaid: '결제 완료',
  RefundAccountAwaited: '환불 계좌 요청', RefundAccountOverdue: '환불 계좌 없음', RefundFailed: '환불 실패', RefundRequested: '환불 요청', RefundSucceeded: '환불 완료',
};
export const eventName = (name: string) => events[name] ?? name;

/** The members that the audit log names. */
const fields: Record<string, string> = {
  active: '켜짐', amount: '금액', attempts: '시도', bank: '은행', campaignId: '무료 이벤트', category: '분류', code: '코드', description: '설명', endsAt: '끝', failedAt: '포기한 때',
  id: '번호', isMinimum: '최소 금액', isOptionalDeliverable: '선택 문서', lastError: '오류', messageId: '메시지', name: '이름', note: '메모', position: '순서', price: '가격', projectName: '프로젝트',
  reason: '사유', refundId: '환불', refundable: '환불 가능 금액', role: '역할', slots: '자리', startsAt: '시작', status: '상태', taken: '쓴 자리', terms: '걸리는 말', triggers: '분석 요청', unit: '단위',
  unless: '예외', updatedAt: '마지막 변경', version: '판',
};
export const fieldName = (name: string) => fields[name] ?? name;

const statuses: Record<string, Record<string, { text: string }>> = { consultation: consultationStatus, payment: paymentStatus };
const values: Record<string, Record<string, string>> = { role: { CUSTOMER: '고객', ADMIN: '관리자' }, category: screeningCategory };

/** What the audit log remembers of a member, as the studio's other pages say it; a word that is new is shown as it came. */
export function fieldValue(subject: string, field: string, value: string): string {
  if (field === 'status') return statuses[subject]?.[value]?.text ?? value;
  if (field === 'amount' || field === 'price' || field === 'refundable') return won(Number(value));
  if (value === 'true' || value === 'false') return value === 'true' ? '예' : '아니요';
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return dateTime(value);
  return values[field]?.[value] ?? value;
}

/** As PortOne calls them, its second generation and its first; one that is new is shown as it came. */
const methods: Record<string, string> = {
  PaymentMethodCard: '카드', PaymentMethodVirtualAccount: '가상계좌', PaymentMethodTransfer: '계좌 이체', PaymentMethodMobile: '휴대전화', PaymentMethodEasyPay: '간편 결제',
  PaymentMethodGiftCertificate: '상품권', card: '카드', vbank: '가상계좌', trans: '계좌 이체', phone: '휴대전화',
};
export const paymentMethod = (name: string) => methods[name] ?? name;

export const auditActions: Record<string, string> = {
  'consultation.answer': '상담 답변', 'consultation.close': '대화 종료', 'consultation.correct': '상담 내용 수정', 'consultation.overrule': '거절 취소',
  'consultation.reject': '상담 거절', 'consultation.retry': '분석 다시 시도', 'payment.refund': '환불', 'payment.refund-account': '환불 계좌 입력', 'customer.role': '역할 변경',
  'campaign.plan': '이벤트 추가', 'campaign.change': '이벤트 수정', 'campaign.remove': '이벤트 삭제', 'price.add': '가격 추가', 'price.change': '가격 수정',
  'price.remove': '가격 삭제', 'screening-rule.add': '심사 규칙 추가', 'screening-rule.change': '심사 규칙 수정', 'screening-rule.remove': '심사 규칙 삭제', 'outbox.retry': '다시 보내기',
};
