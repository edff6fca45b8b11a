import type { Schema } from '@/api/types.ts';

/** What people read for the contract's words. `Record` over each enumeration: a new word does not compile without its text. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';
type Label = { text: string; tone: Tone };

export const consultationStatus: Record<Schema['ConsultationStatus'], Label> = {
  ON_HOLD: { text: '참고 사이트 필요', tone: 'warn' },
  AWAITING_PAYMENT: { text: '결제 대기', tone: 'warn' },
  REQUESTED: { text: '접수됨', tone: 'info' },
  ANALYZING: { text: '분석 중', tone: 'info' },
  COMPLETED: { text: '완료', tone: 'good' },
  REJECTED: { text: '진행 불가', tone: 'bad' },
  FAILED: { text: '분석 실패', tone: 'bad' },
  CONVERTED: { text: '프로젝트로 전환', tone: 'good' },
  CANCELLED: { text: '취소됨', tone: 'neutral' },
};

export const consultationKind: Record<Schema['ConsultationKind'], string> = { SIMPLE: '간편 상담', ANALYSIS: '분석 상담' };

export const paymentStatus: Record<Schema['PaymentStatus'], Label> = {
  PENDING: { text: '결제 전', tone: 'warn' },
  PAID: { text: '결제 완료', tone: 'good' },
  FAILED: { text: '결제 실패', tone: 'bad' },
  CANCELLED: { text: '취소됨', tone: 'neutral' },
  REFUNDED: { text: '환불 완료', tone: 'neutral' },
  PARTIALLY_REFUNDED: { text: '일부 환불', tone: 'info' },
};

export const paymentPurpose: Record<Schema['PaymentPurpose'], string> = { CONSULTATION: '분석 상담 요금', CONTRACT: '계약금', FINAL: '잔금', EXTRA: '추가 요금' };

export const refundStatus: Record<Schema['RefundStatus'], Label> = {
  AWAITING_ACCOUNT: { text: '환불 계좌 필요', tone: 'warn' },
  PENDING: { text: '환불 준비 중', tone: 'info' },
  REQUESTED: { text: '결제사 처리 중', tone: 'info' },
  SUCCEEDED: { text: '환불됨', tone: 'good' },
  FAILED: { text: '환불 실패', tone: 'bad' },
};

export const refundCause: Record<Schema['RefundCause'], string> = {
  ANALYSIS_FAILED: '분석을 마치지 못했습니다', INFEASIBLE: '만들 수 없는 것으로 판정되었습니다', REJECTED: '진행할 수 없는 상담입니다',
  CANCELLED_BEFORE_ANALYSIS: '분석 전에 취소했습니다', CANCELLED_AFTER_DEPOSIT: '계약 후 취소했습니다', CHANGE_OF_MIND: '단순 변심',
  STUDIO_FAULT: '스튜디오의 책임', NOT_OWED: '낼 필요가 없는 결제였습니다', MISMATCH: '금액이나 상점이 맞지 않았습니다',
  BY_ADMIN: '담당자가 환불했습니다', AT_VENDOR: '결제사에서 취소되었습니다',
};

export const feasibility: Record<Schema['Feasibility'], Label> = {
  FEASIBLE: { text: '만들 수 있습니다', tone: 'good' },
  CONDITIONAL: { text: '조건을 맞추면 만들 수 있습니다', tone: 'warn' },
  INFEASIBLE: { text: '만들기 어렵습니다', tone: 'bad' },
};

export const documentType: Record<Schema['DocumentType'], string> = { ANALYSIS: '업무분석서', REQUIREMENTS: '요구사항명세서', PLAN: '샘플기획서', QUOTATION: '견적서' };

export const actor: Record<Schema['Actor'], string> = { SYSTEM: '시스템', CUSTOMER: '고객', ADMIN: '준비스튜디오', CLAWDBOT: '분석 담당 AI' };

export const notificationKind: Record<Schema['NotificationKind'], string> = {
  CONSULTATION_RESULT: '상담 결과', PAYMENT_REQUEST: '결제 요청과 결제 결과', DOCUMENT_UPLOADED: '새 문서와 화면 시안', MESSAGE_RECEIVED: '새 메시지', ATTENTION: '담당자가 살펴볼 일',
};

export const userRole: Record<Schema['UserRole'], string> = { CUSTOMER: '고객', ADMIN: '관리자' };

export const bank: Record<Schema['Bank'], string> = {
  KOOKMIN: '국민은행', SHINHAN: '신한은행', WOORI: '우리은행', HANA: '하나은행', NONGHYUP: '농협은행', LOCAL_NONGHYUP: '지역 농·축협', IBK: '기업은행', KAKAO: '카카오뱅크',
  TOSS: '토스뱅크', K_BANK: '케이뱅크', POST: '우체국', KFCC: '새마을금고', SHINHYUP: '신협', STANDARD_CHARTERED: 'SC제일은행', CITI: '씨티은행', SUHYUP: '수협은행',
  KDB: '산업은행', DAEGU: 'iM뱅크(대구)', BUSAN: '부산은행', KYONGNAM: '경남은행', KWANGJU: '광주은행', JEONBUK: '전북은행', JEJU: '제주은행',
};
