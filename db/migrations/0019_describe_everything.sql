-- What every table, view, column and function is for, in the words of those who operate the database. Tools such as DBeaver show
-- it, and db/dictionary.md is written from it; a test demands a comment on whatever is added later.

comment on table users is '사람: 고객과 스튜디오의 관리자. 탈퇴하면 행은 남고 개인정보만 지워집니다.';
comment on column users.id is '버전 7 UUID. 새 행이 뒤에 정렬됩니다.';
comment on column users.email is '소문자로 정규화한 이메일. 탈퇴하지 않은 사람 사이에서 유일합니다.';
comment on column users.password_hash is '비밀번호 해시. 탈퇴하면 비웁니다.';
comment on column users.name is '이름. 1–100자.';
comment on column users.phone is '전화번호 (선택).';
comment on column users.role is 'CUSTOMER 고객, ADMIN 관리자.';
comment on column users.email_verified_at is '메일의 링크로 주소를 확인한 때. null이면 미확인.';
comment on column users.mail_failed_at is '주소로 보낸 메일이 되돌아온 때. 다시 받거나 주소를 바꾸면 비웁니다.';
comment on column users.version is '낙관적 잠금. 저장할 때마다 1씩 오르고 ETag로 나갑니다.';
comment on column users.created_at is '가입한 때.';
comment on column users.updated_at is '마지막으로 바뀐 때.';
comment on column users.deleted_at is '탈퇴한 때. null이면 이용 중.';

comment on table consents is '약관 동의와 철회의 기록. 덧붙이기만 합니다 (개인정보보호법).';
comment on column consents.id is '버전 7 UUID.';
comment on column consents.user_id is '동의한 사람.';
comment on column consents.document is 'TERMS 이용약관, PRIVACY 개인정보 처리방침, MARKETING 마케팅.';
comment on column consents.version is '동의한 문서의 판.';
comment on column consents.granted is '거짓이면 철회. 마지막 행이 지금의 뜻입니다.';
comment on column consents.given_at is '동의하거나 철회한 때.';

comment on table sessions is '로그인 세션. 기기 하나에 하나씩이고, 갱신 토큰의 한 가족입니다.';
comment on column sessions.id is '버전 7 UUID. 접근 토큰에 들어갑니다.';
comment on column sessions.user_id is '로그인한 사람.';
comment on column sessions.user_agent is '로그인한 브라우저나 프로그램.';
comment on column sessions.ip_address is '로그인한 주소.';
comment on column sessions.created_at is '로그인한 때.';
comment on column sessions.last_used_at is '마지막으로 갱신한 때.';
comment on column sessions.expires_at is '갱신하지 않으면 끝나는 때.';
comment on column sessions.revoked_at is '끊은 때. null이면 살아 있음.';
comment on column sessions.revoked_why is '끊은 까닭: LOGOUT 로그아웃, PASSWORD_CHANGED 비밀번호 변경, EMAIL_CHANGED 주소 변경, REUSED_TOKEN 쓴 토큰을 다시 씀, BY_USER 본인이 끊음, ACCOUNT_DELETED 탈퇴, ROLE_CHANGED 역할 변경.';

comment on table refresh_tokens is '갱신 토큰. 한 번 쓰면 바뀌고, 쓴 것을 다시 쓰면 세션 전체를 끊습니다.';
comment on column refresh_tokens.token_hash is '토큰의 해시. 토큰 자체는 어디에도 저장하지 않습니다.';
comment on column refresh_tokens.session_id is '속한 세션.';
comment on column refresh_tokens.issued_at is '내준 때.';
comment on column refresh_tokens.expires_at is '쓸 수 있는 마지막 때.';
comment on column refresh_tokens.used_at is '쓴 때. null이면 아직 쓸 수 있음.';

comment on table email_tokens is '메일로 보낸 1회용 링크: 주소 확인, 비밀번호 재설정, 주소 변경.';
comment on column email_tokens.id is '버전 7 UUID.';
comment on column email_tokens.user_id is '받는 사람.';
comment on column email_tokens.purpose is 'VERIFY_EMAIL 주소 확인, RESET_PASSWORD 비밀번호 재설정, CHANGE_EMAIL 주소 변경.';
comment on column email_tokens.address is '주소를 바꿀 때, 링크를 쓰기 전에는 새 주소, 쓴 뒤에는 알리기 전까지 이전 주소.';
comment on column email_tokens.token_hash is '링크에 든 토큰의 해시.';
comment on column email_tokens.created_at is '만든 때.';
comment on column email_tokens.expires_at is '쓸 수 있는 마지막 때.';
comment on column email_tokens.used_at is '쓴 때. null이면 아직 쓸 수 있음.';

comment on table login_throttle is '로그인 실패 횟수. 계정과 주소마다 기다리는 시간을 정합니다.';
comment on column login_throttle.key is '계정이나 주소의 해시. 원래 값은 알 수 없습니다.';
comment on column login_throttle.failures is '잇달아 실패한 횟수.';
comment on column login_throttle.last_failed_at is '마지막으로 실패한 때. 한 시간이 지나면 잊고, 30일이 지나면 지웁니다.';
comment on column login_throttle.blocked_until is '이때까지 로그인을 받지 않습니다.';

comment on table prices is '단가표. 견적의 근거이고 관리자가 고칩니다.';
comment on column prices.id is '버전 7 UUID.';
comment on column prices.code is '프로그램이 쓰는 이름. 바뀌지 않습니다.';
comment on column prices.category is '묶음.';
comment on column prices.name is '항목 이름.';
comment on column prices.unit is '단위 (장, 종, 건 …). null이면 한 벌.';
comment on column prices.price is '금액 (원).';
comment on column prices.is_minimum is '참이면 금액이 하한 (200,000원~).';
comment on column prices.is_optional_deliverable is '참이면 선택 산출물.';
comment on column prices.position is '보여 주는 차례.';
comment on column prices.active is '거짓이면 쓰지 않음. 지우지 않습니다.';
comment on column prices.version is '낙관적 잠금.';
comment on column prices.updated_at is '마지막으로 바뀐 때.';

comment on table campaigns is '무료 슬롯 이벤트. taken은 slots를 넘을 수 없습니다.';
comment on column campaigns.id is '버전 7 UUID.';
comment on column campaigns.name is '이벤트 이름.';
comment on column campaigns.slots is '무료 슬롯의 수.';
comment on column campaigns.taken is '나간 슬롯의 수. 반납되면 줄어듭니다.';
comment on column campaigns.starts_at is '시작하는 때.';
comment on column campaigns.ends_at is '끝나는 때. null이면 끝이 없음.';
comment on column campaigns.active is '거짓이면 슬롯을 주지 않음.';
comment on column campaigns.version is '낙관적 잠금.';
comment on column campaigns.created_at is '만든 때.';
comment on column campaigns.updated_at is '마지막으로 바뀐 때.';

comment on table screening_rules is '접수할 때 바로 거절하는 규칙. 관리자가 고칩니다.';
comment on column screening_rules.id is '버전 7 UUID.';
comment on column screening_rules.category is 'FORBIDDEN_CONTENT 금지 내용, OUT_OF_SCOPE 제작 범위 밖.';
comment on column screening_rules.name is '규칙 이름.';
comment on column screening_rules.terms is '찾는 말. 앞의 *는 낱말 속에서도, 뒤의 *는 이어져도 찾습니다.';
comment on column screening_rules.unless is '이 말 속에 있으면 거절하지 않습니다.';
comment on column screening_rules.reason is '고객에게 보이는 까닭.';
comment on column screening_rules.active is '거짓이면 쓰지 않음.';
comment on column screening_rules.version is '낙관적 잠금.';
comment on column screening_rules.updated_at is '마지막으로 바뀐 때.';

comment on table files is '저장한 파일마다 한 행. 내용은 UPLOAD_PATH나 S3에 있습니다.';
comment on column files.id is '버전 7 UUID.';
comment on column files.owner_id is '올린 사람. 문서는 null.';
comment on column files.purpose is 'ATTACHMENT 고객의 첨부, DOCUMENT 만들어 준 문서.';
comment on column files.storage_key is '저장소 안의 무작위 이름.';
comment on column files.file_name is '사람에게 보이는 이름.';
comment on column files.content_type is '내용을 보고 정한 형식.';
comment on column files.size is '크기 (바이트).';
comment on column files.sha256 is '내용의 SHA-256.';
comment on column files.created_at is '저장한 때.';

comment on table consultations is '상담. 이 서비스의 본업이고, 진행 상태를 모두 여기에 둡니다.';
comment on column consultations.id is '버전 7 UUID.';
comment on column consultations.user_id is '상담한 고객.';
comment on column consultations.kind is 'SIMPLE 간편 상담(사람이 답함), ANALYSIS 분석 상담(클로드봇이 분석함).';
comment on column consultations.status is 'ON_HOLD 참고 URL 기다림, AWAITING_PAYMENT 결제 기다림, REQUESTED 답변·분석 기다림, ANALYZING 분석 중, COMPLETED 완료, REJECTED 거절, FAILED 실패, CONVERTED 프로젝트가 됨, CANCELLED 취소.';
comment on column consultations.project_name is '프로젝트 이름.';
comment on column consultations.description is '고객이 쓴 설명.';
comment on column consultations.reference_urls is '참고 사이트 주소.';
comment on column consultations.budget_min is '예산 하한 (원).';
comment on column consultations.budget_max is '예산 상한 (원).';
comment on column consultations.desired_date is '바라는 날짜.';
comment on column consultations.features is '바라는 기능.';
comment on column consultations.campaign_id is '무료 슬롯을 준 이벤트. null이면 유료이거나 간편 상담.';
comment on column consultations.rejection is '거절한 까닭 {code, reason}. REJECTED일 때만 있습니다.';
comment on column consultations.screening_overruled is '관리자가 자동 거절을 뒤집음. 다시 거르지 않습니다.';
comment on column consultations.attempts is '다시 접수한 뒤 시작한 분석의 수.';
comment on column consultations.triggers is '이번 시도에서 보내기로 한 트리거의 수.';
comment on column consultations.triggered_at is 'Discord가 마지막 트리거를 받은 때.';
comment on column consultations.trigger_message_id is '그 트리거의 Discord 메시지 번호.';
comment on column consultations.run_id is '리스를 쥔, 또는 마지막으로 쥐었던 분석.';
comment on column consultations.run_started_at is '그 분석이 시작한 때.';
comment on column consultations.start_key is '그 분석을 시작한 요청의 Idempotency-Key.';
comment on column consultations.lease_until is '분석이 소식 없이 있을 수 있는 마지막 때. ANALYZING일 때만 있습니다.';
comment on column consultations.ended_run_id is '실패했거나 리스를 잃은 마지막 분석.';
comment on column consultations.ended_run_error is '그 분석이 남긴 말.';
comment on column consultations.percent is '진행률 0–100.';
comment on column consultations.stage is '지금 하는 일.';
comment on column consultations.note is '덧붙인 말.';
comment on column consultations.analysis is '분석 결과 (판정, 견적, 기간, 기능, 위험).';
comment on column consultations.designs is '시안 (Figma 주소, 화면).';
comment on column consultations.designs_version is '시안을 받은 횟수.';
comment on column consultations.deadline_at is '감시자가 다시 볼 때. null이면 볼 일이 없음.';
comment on column consultations.completed_at is '결과를 다 받은 때.';
comment on column consultations.closed_at is '관리자가 대화를 닫은 때.';
comment on column consultations.created_at is '접수한 때.';
comment on column consultations.updated_at is '마지막으로 바뀐 때.';
comment on column consultations.version is '낙관적 잠금. ETag로 나갑니다.';

comment on table slot_claims is '나간 무료 슬롯. 이벤트마다 한 사람에 하나입니다.';
comment on column slot_claims.id is '버전 7 UUID.';
comment on column slot_claims.campaign_id is '이벤트.';
comment on column slot_claims.user_id is '받은 고객.';
comment on column slot_claims.consultation_id is '쓴 상담.';
comment on column slot_claims.taken_at is '받은 때.';
comment on column slot_claims.returned_at is '돌려준 때. null이면 쓰는 중.';

comment on table consultation_events is '상담의 타임라인. 덧붙이기만 하고, 실시간 스트림의 번호가 됩니다.';
comment on column consultation_events.seq is '차례. SSE의 Last-Event-ID.';
comment on column consultation_events.consultation_id is '상담.';
comment on column consultation_events.kind is '일어난 일의 종류.';
comment on column consultation_events.actor is 'SYSTEM 프로그램, CUSTOMER 고객, ADMIN 관리자, CLAWDBOT 클로드봇.';
comment on column consultation_events.data is '일의 내용. 탈퇴한 사람의 말은 ''삭제됨''으로 바뀝니다.';
comment on column consultation_events.at is '일어난 때.';

comment on table documents is '클로드봇이 준 문서의 판. 새 판이 오면 행이 늘어납니다.';
comment on column documents.id is '버전 7 UUID.';
comment on column documents.consultation_id is '상담.';
comment on column documents.type is 'ANALYSIS 업무분석서, REQUIREMENTS 요구사항명세서, PLAN 샘플기획서, QUOTATION 견적서.';
comment on column documents.version is '1부터 오르는 판.';
comment on column documents.markdown_hash is '받은 Markdown의 SHA-256. 같은 것을 다시 받으면 새 판을 만들지 않습니다.';
comment on column documents.file_id is '만든 PDF.';
comment on column documents.created_at is '받은 때.';

comment on table attachments is '상담에 붙인 고객의 파일.';
comment on column attachments.consultation_id is '상담.';
comment on column attachments.file_id is '파일. 한 파일은 한 상담에만 붙습니다.';
comment on column attachments.position is '보여 주는 차례.';

comment on table consultation_messages is '간편 상담의 대화.';
comment on column consultation_messages.id is '버전 7 UUID.';
comment on column consultation_messages.consultation_id is '상담.';
comment on column consultation_messages.author_id is '쓴 사람.';
comment on column consultation_messages.author is 'CUSTOMER 고객, ADMIN 관리자.';
comment on column consultation_messages.body is '글. 1–5,000자.';
comment on column consultation_messages.created_at is '쓴 때.';

comment on table share_links is '로그인 없이 결과를 보는 공유 링크.';
comment on column share_links.id is '버전 7 UUID.';
comment on column share_links.consultation_id is '상담. 열린 링크는 하나뿐입니다.';
comment on column share_links.token_hash is '링크에 든 토큰의 해시.';
comment on column share_links.created_at is '만든 때.';
comment on column share_links.expires_at is '볼 수 있는 마지막 때.';
comment on column share_links.revoked_at is '끊은 때.';

comment on table outbox is '서비스 밖으로 나갈 것. 일으킨 변경과 같은 트랜잭션에서 쓰이고, 디스패처가 적어도 한 번 보냅니다.';
comment on column outbox.id is '버전 7 UUID. 받는 쪽에는 중복을 가리는 키가 됩니다.';
comment on column outbox.lane is '보내는 곳: DISCORD, EMAIL, INTERNAL 안에서 처리, PAYMENTS PortOne.';
comment on column outbox.event_type is '일어난 일.';
comment on column outbox.handler is '처리하는 프로그램의 이름.';
comment on column outbox.payload is '처리에 필요한 값. 보내고 나면 비웁니다. 개인정보가 있을 수 있습니다.';
comment on column outbox.trace_parent is '일으킨 요청의 추적 번호.';
comment on column outbox.occurred_at is '일어난 때.';
comment on column outbox.available_at is '보낼 수 있는 가장 이른 때. 실패하면 미뤄집니다.';
comment on column outbox.attempts is '시도한 횟수.';
comment on column outbox.lease_token is '지금 보내는 프로세스의 표.';
comment on column outbox.lease_until is '이때까지 소식이 없으면 다른 프로세스가 보냅니다.';
comment on column outbox.processed_at is '보낸 때.';
comment on column outbox.failed_at is '포기한 때. 관리자가 다시 보낼 수 있습니다.';
comment on column outbox.last_error is '마지막 실패의 까닭.';

comment on table notifications is '앱 안의 알림.';
comment on column notifications.id is '버전 7 UUID.';
comment on column notifications.user_id is '받는 사람.';
comment on column notifications.kind is '알림의 종류.';
comment on column notifications.title is '제목.';
comment on column notifications.body is '내용.';
comment on column notifications.link is '누르면 가는 곳.';
comment on column notifications.created_at is '만든 때.';
comment on column notifications.read_at is '읽은 때. null이면 안 읽음.';
comment on column notifications.mailed_at is '메일로도 알린 때.';

comment on table notification_preferences is '종류마다 메일로 받을지. 행이 없으면 받습니다.';
comment on column notification_preferences.user_id is '사람.';
comment on column notification_preferences.kind is '알림의 종류.';
comment on column notification_preferences.email is '거짓이면 메일로 보내지 않음.';

comment on table audit_log is '관리자가 한 일. 덧붙이기만 합니다.';
comment on column audit_log.id is '버전 7 UUID.';
comment on column audit_log.actor_id is '한 사람. 명령줄에서 했으면 null.';
comment on column audit_log.action is '한 일.';
comment on column audit_log.subject is '대상의 종류.';
comment on column audit_log.subject_id is '대상의 번호.';
comment on column audit_log.before is '바꾸기 전 값.';
comment on column audit_log.after is '바꾼 뒤 값.';
comment on column audit_log.at is '한 때.';

comment on table payments is '결제: 달라고 한 돈과 그 상태. 금액은 서버만 정합니다.';
comment on column payments.id is '버전 7 UUID. PortOne에는 하이픈 없이 나갑니다.';
comment on column payments.user_id is '내는 고객.';
comment on column payments.purpose is 'CONSULTATION 분석 요금, CONTRACT 계약금, FINAL 잔금, EXTRA 추가금.';
comment on column payments.subject_id is '무엇의 값인지. 종류는 purpose가 말합니다.';
comment on column payments.consultation_id is '상담 요금일 때 그 상담 (외래 키로 쓰려고 만든 열).';
comment on column payments.order_name is '카드 명세에 보이는 이름.';
comment on column payments.amount is '달라고 한 금액 (원).';
comment on column payments.status is 'PENDING 기다림, PAID 받음, FAILED 실패, CANCELLED 그만둠, REFUNDED 모두 돌려줌, PARTIALLY_REFUNDED 일부 돌려줌. 돈과 어긋날 수 없습니다.';
comment on column payments.paid is '받은 금액. 0이거나 amount.';
comment on column payments.refunded is '돌려준 금액.';
comment on column payments.transaction_id is '받은 거래의 PortOne 번호.';
comment on column payments.method is '결제 수단.';
comment on column payments.receipt_url is '영수증 주소.';
comment on column payments.refunds_to_account is '계좌로만 돌려줄 수 있는 결제 (가상계좌).';
comment on column payments.refund_account is '환불 계좌. 데이터베이스에 없는 키로 봉인한 값과 보여도 되는 일부. 환불이 끝나면 비웁니다.';
comment on column payments.failure is '실패하거나 그만둔 까닭.';
comment on column payments.next_check_at is 'PortOne에 다시 물을 때. null이면 물을 것이 없음.';
comment on column payments.paid_at is '받은 때.';
comment on column payments.created_at is '만든 때.';
comment on column payments.updated_at is '마지막으로 바뀐 때.';
comment on column payments.version is '낙관적 잠금.';

comment on table payment_flags is '의심스러운 결제. 덧붙이기만 하고, 움직인 돈은 장부에도 적힙니다.';
comment on column payment_flags.id is '버전 7 UUID.';
comment on column payment_flags.payment_id is '결제.';
comment on column payment_flags.transaction_id is '의심스러운 거래의 PortOne 번호.';
comment on column payment_flags.reason is 'AMOUNT 금액이 다름, CURRENCY 원화가 아님, STORE 다른 상점, TEST_CHANNEL 테스트 채널, OTHER_PAYMENT 다른 결제의 거래, OTHER_CUSTOMER 다른 고객의 것, PAID_TWICE 두 번 냄.';
comment on column payment_flags.moved is '움직인 금액.';
comment on column payment_flags.currency is '통화.';
comment on column payment_flags.claimant_id is '자기 것이라고 한 다른 고객.';
comment on column payment_flags.refunds_to_account is '계좌로만 돌려줄 수 있는 거래.';
comment on column payment_flags.at is '알아낸 때.';

comment on table refunds is '돌려주는 돈. 결제의 일부입니다.';
comment on column refunds.id is '버전 7 UUID.';
comment on column refunds.payment_id is '결제.';
comment on column refunds.flag_id is '의심스러운 돈을 돌려줄 때 그 의심.';
comment on column refunds.transaction_id is '돌려주는 거래의 PortOne 번호.';
comment on column refunds.amount is '금액 (원).';
comment on column refunds.cause is 'ANALYSIS_FAILED 분석 실패, INFEASIBLE 제작 불가, REJECTED 거절, CANCELLED_BEFORE_ANALYSIS 분석 전 취소, CANCELLED_AFTER_DEPOSIT 계약금 뒤 취소, CHANGE_OF_MIND 단순 변심, STUDIO_FAULT 스튜디오 잘못, NOT_OWED 낼 것이 아님, MISMATCH 맞지 않는 결제, BY_ADMIN 관리자, AT_VENDOR PortOne에서 직접.';
comment on column refunds.note is '관리자가 적은 말.';
comment on column refunds.requested_by is '시킨 관리자. 자동이면 null.';
comment on column refunds.status is 'AWAITING_ACCOUNT 고객의 계좌를 기다림, PENDING 보낼 것, REQUESTED PortOne이 받음, SUCCEEDED 돌려줌, FAILED PortOne이 거절함.';
comment on column refunds.tries is '보낸 횟수.';
comment on column refunds.vendor_id is 'PortOne의 취소 번호.';
comment on column refunds.error is '거절당한 까닭.';
comment on column refunds.created_at is '정한 때.';
comment on column refunds.settled_at is '끝난 때.';

comment on table webhook_deliveries is '처리한 웹훅. 같은 것이 다시 오면 아무 일도 하지 않습니다.';
comment on column webhook_deliveries.source is '보낸 곳: PORTONE 결제, RESEND 메일.';
comment on column webhook_deliveries.id is '보낸 쪽의 번호.';
comment on column webhook_deliveries.received_at is '받은 때.';

comment on table ledger_alarms is '장부와 어긋난다고 관리자에게 알린 결제. 다시 맞으면 지웁니다.';
comment on column ledger_alarms.payment_id is '결제.';
comment on column ledger_alarms.told_at is '알린 때.';

comment on table ledger_entries is '장부. 누구도 고치거나 지울 수 없고, 결제와 어긋나는 트랜잭션은 커밋되지 않습니다.';
comment on column ledger_entries.seq is '차례.';
comment on column ledger_entries.payment_id is '결제.';
comment on column ledger_entries.kind is 'PAYMENT 입금, REFUND 환불, FLAG 의심스러운 입금(가수금), FLAG_REFUND 가수금 환불.';
comment on column ledger_entries.amount is '금액. 들어오면 양수, 나가면 음수.';
comment on column ledger_entries.currency is '통화.';
comment on column ledger_entries.refund_id is '환불일 때 그 환불.';
comment on column ledger_entries.flag_id is '가수금일 때 그 의심.';
comment on column ledger_entries.at is '적은 때.';

comment on table idempotency_keys is 'Idempotency-Key로 처리한 요청. 같은 요청이 다시 오면 같은 답을 줍니다.';
comment on column idempotency_keys.user_id is '보낸 사람.';
comment on column idempotency_keys.key is '보낸 키.';
comment on column idempotency_keys.fingerprint is '요청 내용의 SHA-256. 같은 키에 다른 내용이 오면 거절합니다.';
comment on column idempotency_keys.result is '한 일의 결과.';
comment on column idempotency_keys.answer is '보낸 답. 개인정보가 있을 수 있습니다.';
comment on column idempotency_keys.created_at is '처리한 때. 하루가 지나면 지웁니다.';

comment on table schema_migrations is '적용한 마이그레이션. Joonbi.Api migrate가 씁니다.';
comment on column schema_migrations.name is '스크립트 이름.';
comment on column schema_migrations.checksum is '적용한 내용의 SHA-256. migrate --verify가 견줍니다.';
comment on column schema_migrations.applied_at is '적용한 때.';

comment on view ledger_differences is '장부와 결제가 어긋난 것. 언제나 비어 있어야 합니다.';
comment on column ledger_differences.payment_id is '결제.';
comment on column ledger_differences.booked_paid is '장부의 입금.';
comment on column ledger_differences.booked_refunded is '장부의 환불.';
comment on column ledger_differences.booked_moved is '장부의 가수금.';
comment on column ledger_differences.booked_returned is '장부의 가수금 환불.';
comment on column ledger_differences.paid is '결제가 말하는 입금.';
comment on column ledger_differences.refunded is '결제나 환불이 말하는 환불.';
comment on column ledger_differences.moved is '의심이 말하는 가수금.';
comment on column ledger_differences.returned is '환불이 말하는 가수금 환불.';

comment on function letter_pairs(text) is '이웃한 글자 쌍. 이름의 일부로 찾는 색인이 씁니다.';
comment on function refuse_change() is '장부와 의심을 고치거나 지우지 못하게 하는 트리거.';
comment on function require_agreeing_ledger() is '장부와 결제가 어긋나면 커밋을 막는 트리거.';
comment on function without_words(jsonb) is '사람이 쓴 말을 ''삭제됨''으로 바꿉니다.';
comment on function forget_timeline(uuid) is '탈퇴한 사람의 타임라인에서 말을 지웁니다. 프로그램은 이 함수로만 타임라인을 고칠 수 있습니다.';
