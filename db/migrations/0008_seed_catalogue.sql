-- The price table and the opening campaign, as the business gave them. Admins edit them afterwards.

insert into prices (id, code, category, name, unit, price, is_minimum, is_optional_deliverable, position, updated_at)
select ('01900000-0000-7000-8000-' || lpad(to_hex(position), 12, '0'))::uuid, code, category, name, unit, price, is_minimum, is_optional, position, timestamptz '2026-01-01 00:00:00+09'
  from (values
    (1,  'LANDING_PAGE',        'PAGE',        '랜딩페이지',            '장',   30000,  false, false),
    (2,  'STATIC_PAGE',         'PAGE',        '정적 페이지',           '장',   50000,  false, false),
    (3,  'DYNAMIC_PAGE',        'PAGE',        '동적 페이지(CRUD)',     '장',   150000, false, false),
    (4,  'LOGIN',               'ACCOUNT',     '로그인/회원가입',       null,   200000, false, false),
    (5,  'SOCIAL_LOGIN',        'ACCOUNT',     'SNS 로그인',            '종',   100000, false, false),
    (6,  'PASSWORD_RESET',      'ACCOUNT',     '비밀번호 찾기',         null,   50000,  false, false),
    (7,  'BOARD',               'BOARD',       '기본 게시판',           null,   150000, false, false),
    (8,  'BOARD_COMMENT',       'BOARD',       '게시판(댓글)',          null,   200000, false, false),
    (9,  'BOARD_REPLY',         'BOARD',       '게시판(대댓글)',        null,   250000, false, false),
    (10, 'PAYMENT',             'PAYMENT',     'PG 결제 연동',          null,   500000, false, false),
    (11, 'SUBSCRIPTION',        'PAYMENT',     '정기결제',              null,   300000, false, false),
    (12, 'ADMIN_PAGE',          'ADMIN',       '관리자 화면',           '화면', 200000, false, false),
    (13, 'DASHBOARD',           'ADMIN',       '대시보드',              null,   300000, false, false),
    (14, 'FILE_UPLOAD',         'FUNCTION',    '파일 업로드',           null,   100000, false, false),
    (15, 'SEARCH',              'FUNCTION',    '검색(기본)',            null,   50000,  false, false),
    (16, 'SEARCH_FILTER',       'FUNCTION',    '검색(필터/정렬)',       null,   150000, false, false),
    (17, 'EXCEL_DOWNLOAD',      'FUNCTION',    '엑셀 다운로드',         null,   50000,  false, false),
    (18, 'EXCEL_UPLOAD',        'FUNCTION',    '엑셀 업로드',           null,   150000, false, false),
    (19, 'EMAIL',               'FUNCTION',    '이메일 발송',           null,   100000, false, false),
    (20, 'EXTERNAL_API',        'FUNCTION',    '외부 API 연동',         '건',   200000, true,  false),
    (21, 'SCREEN_DESIGN',       'DELIVERABLE', '화면설계서',            null,   50000,  false, true),
    (22, 'ERD',                 'DELIVERABLE', 'ERD',                   null,   50000,  false, true),
    (23, 'API_SPECIFICATION',   'DELIVERABLE', 'API명세서',             null,   50000,  false, true),
    (24, 'SYSTEM_ARCHITECTURE', 'DELIVERABLE', '시스템아키텍처',        null,   30000,  false, true),
    (25, 'TEST_REPORT',         'DELIVERABLE', '테스트결과서',          null,   30000,  false, true)
  ) as seed (position, code, category, name, unit, price, is_minimum, is_optional);

insert into campaigns (id, name, slots, starts_at, created_at, updated_at)
values ('01900000-0000-7000-8000-00000000c001', '오픈 이벤트', 10, timestamptz '2026-01-01 00:00:00+09', timestamptz '2026-01-01 00:00:00+09', timestamptz '2026-01-01 00:00:00+09');
