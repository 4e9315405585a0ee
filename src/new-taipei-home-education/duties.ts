import { present } from '../kernel/comparator.js'
import { text } from '../kernel/text.js'

/** A duty that the plan lays on somebody without a condition. */
const duty = <const At extends string>(at: At, en: string, zhHant: string) =>
  ({ at, force: 'mandatory', test: present(), says: text(en, zhHant) }) as const

const occasion = text('the one who has the duty: whether its occasion arose', '負責該項職責者：視有關情形是否發生')

/** A duty that arises only on its occasion (視需求, 時, 交辦): when it was not done, somebody must say whether the occasion arose. */
const whenItArises = <const At extends string>(at: At, en: string, zhHant: string) =>
  ({ at, force: 'in-principle', decides: occasion, test: present(), says: text(en, zhHant) }) as const

/** A matter in which the plan asks for cooperation (配合事項) and attaches nothing to its absence. */
const request = <const At extends string>(at: At, en: string, zhHant: string) =>
  ({ at, force: 'advisory', test: present(), says: text(en, zhHant) }) as const

/**
 * Every duty of the plan by its code: the numbers of its chapter, section and item.
 * The lists stand under the headings of tasks (工作執掌) and duties (工作職責), so that each is binding unless its own
 * words make it depend on an occasion. @source New Taipei home-education plan (2019) IV, V, VII.1(5)2, VII.2(2), VII.3, VIII.4, IX, X.1, XI.3, XII
 */
export const duties = {
  '4.1.1': duty('肆、一、（一）', 'The Education Department draws up the guidance plan and a work plan for each year.', '教育局擬訂輔導計畫及每年度的工作計畫。'),
  '4.1.2': duty('肆、一、（二）', 'The Department sets the rules for implementation, tasks and workflow and for applying for and approving services.', '教育局訂定實施、應辦事項、流程以及服務申請與核定的規定。'),
  '4.1.3': duty('肆、一、（三）', 'The Department arranges department-assigned itinerant teachers and staff.', '教育局安排局派教師及有關人員提供服務。'),
  '4.1.4': duty('肆、一、（四）', "The Department keeps track of the students' situation.", '教育局掌握學生的現況。'),
  '4.1.5': duty('肆、一、（五）', 'The Department plans professional development for the teachers and staff.', '教育局為教師及有關人員規劃專業成長課程。'),
  '4.1.6': duty('肆、一、（六）', 'The Department gives the administrative support that the service needs.', '教育局提供服務運作所需的行政支援。'),
  '4.1.7': duty('肆、一、（七）', 'The Department supervises and appraises the service and its results.', '教育局督導考核服務的執行與成效。'),
  '4.1.8': duty('肆、一、（八）', 'The Department advises schools, parents and staff on administrative matters.', '教育局向學校、家長及有關人員提供行政諮詢。'),
  '4.1.9': duty('肆、一、（九）', 'The Department holds meetings across offices that join social, medical and education resources.', '教育局召開跨局室會議，結合社政、醫療與教育資源。'),
  '4.1.10': duty('肆、一、（十）', 'The Department engages scholars and professionals to assist.', '教育局遴聘學者專家及專業人員協助。'),

  '4.2.1': duty('肆、二、（一）', 'The Resource Centre gives department-assigned teachers premises, materials and equipment.', '特教資源中心提供局派教師所需的場地、教材教具及設備。'),
  '4.2.2': duty('肆、二、（二）', 'The Resource Centre runs their professional training in home education.', '特教資源中心辦理局派教師的專業成長訓練。'),
  '4.2.3': duty('肆、二、（三）', 'The Resource Centre holds parent-education talks and gives information.', '特教資源中心辦理親職教育講座並提供資訊。'),
  '4.2.4': duty('肆、二、（四）', 'The Resource Centre holds case studies and work meetings of department-assigned teachers.', '特教資源中心辦理個案研討及局派教師的工作會議。'),
  '4.2.5': duty('肆、二、（五）', 'The Resource Centre helps to supervise the service.', '特教資源中心協助督導服務的運作。'),

  '4.3.1': duty('肆、三、（一）', 'The school names a teacher to assist the department-assigned teacher, or assigns one of its own.', '學校安排教師協助局派教師，或自派教師輔導。'),
  '4.3.2': duty('肆、三、（二）', "The school gives the itinerant teacher the student's data of its own accord.", '學校主動向巡迴輔導教師提供學生資料。'),
  '4.3.3': duty('肆、三、（三）', 'The school stays in touch with the itinerant teacher and visits the family regularly.', '學校與巡迴輔導教師保持連繫，並定期訪視家庭。'),
  '4.3.4': duty('肆、三、（四）', 'The school convenes the IEP meeting and the transition meeting.', '學校召開個別化教育計畫會議及轉銜會議。'),
  '4.3.5': duty('肆、三、（五）', 'The school insures the student and helps to apply for subsidies, professional services, aides and assistive devices.', '學校為學生投保，並協助申請補助、專業服務、助理人員及輔助器材。'),
  '4.3.6': duty('肆、三、（六）', "The school helps to fix the professionals' visits to the home.", '學校協助安排專業人員到家服務的時間。'),
  '4.3.7': duty('肆、三、（七）', 'With teacher and parents it regularly assesses health and learning and reviews the placement.', '學校與教師、家長定期評估健康與學習，檢討安置是否合適。'),
  '4.3.8': whenItArises('肆、三、（八）', 'The school supports a student who recovers and returns to school.', '學生好轉返校時，學校給予行政上的協調與協助。'),
  '4.3.9': whenItArises('肆、三、（九）', 'The school notifies the Department by letter of a return, transfer, death or other change.', '學生返校、轉學、過世或有其他異動時，學校函知教育局。'),
  '4.3.10': duty('肆、三、（十）', "The school compiles the guidance records and keeps the student's file.", '學校彙整輔導紀錄並建立學生檔案。'),
  '4.3.11': duty('肆、三、（十一）', 'The school helps with identification and placement.', '學校協助鑑定與安置。'),
  '4.3.12': duty('肆、三、（十二）', "The school manages the student's registration and marks.", '學校管理學籍與成績。'),
  '4.3.13': duty('肆、三、（十三）', 'The school regularly updates the data of teacher and student on the reporting net.', '學校定期更新通報網上的教師及學生資料。'),
  '4.3.14': duty('肆、三、（十四）', 'The school helps the Department to check the service at home on site.', '學校協助教育局實地督導到家服務。'),
  '4.3.15': whenItArises('肆、三、（十五）', "The school handles other administrative matters that arise from the student's needs.", '學校處理因學生需求而生的其他行政事務。'),

  '4.4.1': duty('肆、四、（一）', 'The school hosting an itinerant class applies for and clears its funds.', '設班學校辦理經費的申請與核銷。'),
  '4.4.2': duty('肆、四、（二）', 'The hosting school helps to manage the attendance and actual service of department-assigned teachers.', '設班學校協助管理局派教師的差勤及服務。'),
  '4.4.3': duty('肆、四、（三）', 'The hosting school passes on notices of training, meetings and case studies to them.', '設班學校主動轉知研習、會議及個案研討的訊息。'),
  '4.4.6': whenItArises('肆、四、（六）', 'The hosting school carries out administrative tasks that the Department assigns.', '設班學校配合辦理教育局交辦的事務。'),

  '5.1.1': duty('伍、一、職責（一）', 'The itinerant teacher helps to complete, review and amend the IEP.', '巡迴輔導教師協助擬定、檢討及修正個別化教育計畫。'),
  '5.1.2': duty('伍、一、職責（二）', 'The teacher designs and carries out adapted teaching, life training and guidance under the IEP.', '教師依個別化教育計畫設計並執行教學、生活訓練與輔導。'),
  '5.1.3': duty('伍、一、職責（三）', 'The teacher fixes the guidance schedule, goes to the home and manages the programme.', '教師訂定輔導時程，到家執行並管理方案。'),
  '5.1.4': duty('伍、一、職責（四）', 'The teacher records the guidance and keeps a service file.', '教師記錄輔導情形並建立服務檔案。'),
  '5.1.5': duty('伍、一、職責（五）', 'The teacher assesses regularly and evaluates the placement.', '教師定期評量並評估安置是否適切。'),
  '5.1.6': duty('伍、一、職責（六）', 'The teacher tells parents of stipend, services, devices and welfare and helps them to apply.', '教師告知家長代金、服務、輔具及福利，並協助申請。'),
  '5.1.7': duty('伍、一、職責（七）', 'The teacher supports the family with information and advice.', '教師以資訊與諮詢支援家庭。'),
  '5.1.8': duty('伍、一、職責（八）', 'The teacher is in regular contact with the school of registration.', '教師定期與設籍學校連繫並反映學生現況。'),

  '5.2.1': duty('伍、二、（一）', 'The homeroom teacher attends the IEP meeting and advises on teaching and assessment.', '導師參加個別化教育計畫會議並提出建議。'),
  '5.2.2': duty('伍、二、（二）', 'The homeroom teacher teaches and guides under the IEP.', '導師依個別化教育計畫教學與輔導。'),
  '5.2.3': whenItArises('伍、二、（三）', 'The homeroom teacher supplies worksheets, discs and holiday homework as the student needs them.', '導師視需求提供學習單、光碟、寒暑假作業等資源。'),
  '5.2.4': duty('伍、二、（四）', 'The homeroom teacher shows care and knows the situation of the student.', '導師關懷學生並瞭解其現況。'),
  '5.2.5': whenItArises('伍、二、（五）', 'The homeroom teacher helps the student to adapt when the student comes to school.', '學生到校時，導師輔導其適應班級作息。'),
  '5.2.6': duty('伍、二、（六）', "The homeroom teacher helps to complete the marks on the itinerant teacher's advice.", '導師依巡迴輔導教師的建議協助完成成績評量。'),

  '5.3.1': duty('伍、三、（一）', 'The related professional takes part in drafting, reviewing and amending the IEP.', '專業人員參與個別化教育計畫的擬定、檢討與修正。'),
  '5.3.2': duty('伍、三、（二）', 'The professional sets the training plan and evaluates it.', '專業人員訂定訓練計畫並評估執行情形。'),
  '5.3.3': duty('伍、三、（三）', 'The professional demonstrates the training and coaches those who carry it out.', '專業人員示範訓練並指導執行人員。'),
  '5.3.4': duty('伍、三、（四）', 'The professional assesses accessibility of the home, devices, mobility and transfer and advises.', '專業人員評估居家無障礙、輔具、移動與移位需求並提出建議。'),

  '5.4.1': duty('伍、四、（一）', "The school social worker assesses the family's functions and needs.", '學校社工師評估家庭功能及需求。'),
  '5.4.2': duty('伍、四、（二）', 'The social worker gives teacher and parents welfare information.', '學校社工師向教師及家長提供福利資訊。'),
  '5.4.3': duty('伍、四、（三）', 'The social worker helps to bring in welfare resources for the family.', '學校社工師協助引進福利資源。'),
  '5.4.4': duty('伍、四、（四）', 'The social worker advises on child protection, gender equality and emergencies.', '學校社工師就兒少保護、性別平等及緊急事件提供諮詢。'),

  '7.1.5.2': duty('柒、一、（五）2', 'The itinerant teacher helps parents to reach the agencies whose services are needed.', '巡迴輔導教師協助家長聯繫有關單位取得服務。'),

  '7.2.2': whenItArises('柒、二、（二）', 'For a student placed away long-term, the school passes on news of special education of its own accord.', '學生長期安置在外時，學校主動告知特教訊息。'),

  '7.3.1': duty('柒、三、（一）', 'Special education fits the needs of the student in the eight domains.', '依學生需求提供八個領域的特殊教育。'),
  '7.3.2': duty('柒、三、（二）', "The therapists' advice is carried out and turned into practice at home.", '執行治療人員的建議，並轉化為家長可在家進行的練習。'),
  '7.3.3': duty('柒、三、（三）', 'Parents are helped to information on education subsidies and on benefits of the Social Bureau.', '協助家長取得教育補助及社會局福利的資訊。'),
  '7.3.4': duty('柒、三、（四）', 'The family is linked to information, help, expert advice and counselling.', '為家庭聯結教養資訊、人力、專業指導與輔導。'),
  '7.3.5': duty('柒、三、（五）', 'Other support is given, such as handling assessment results or a changed placement.', '提供其他支持，例如處理評量結果或安置異動。'),

  '8.4': whenItArises('捌、四', 'The school gives transition services when placement and mode of service change.', '安置與服務方式改變時，學校提供轉銜服務。'),
  '8.4.1.1': whenItArises(
    '捌、四、（一）1',
    'The school helps a student whom home education no longer suits to go on in a class or special school, with fitting guidance and services.',
    '不宜在家教育時，學校協助學生轉至班級或特殊教育學校就學，並按需求給予適性輔導與服務。',
  ),

  '9.1': request('玖、一', 'Parents attend the IEP, case-study and transition meetings.', '家長參與個別化教育計畫、個案研討及轉銜會議。'),
  '9.2': request('玖、二', 'Parents train the child as teachers and professionals advise.', '家長配合教師及專業人員的建議訓練孩子。'),
  '9.3': request('玖、三', 'Parents state the needs of child and family.', '家長主動說明孩子與家庭的需求。'),
  '9.4': request('玖、四', 'Parents cooperate in applications for services and subsidies.', '家長配合學校申請服務與補助。'),
  '9.5': request('玖、五', 'Parents sign the guidance record after each service and say how it went.', '家長於服務後在紀錄表簽名並回饋成效。'),
  '9.6': request('玖、六', 'Parents take part in parent education, or obtain information, as they need.', '家長視需求參與親職教育或取得資訊。'),

  '10.1.1a': duty('壹拾、一、（一）第1分句', 'The department-assigned teacher enters the schedule on the reporting net in advance every week.', '局派教師每週事先在通報網排定行程。'),
  '10.1.1b': duty('壹拾、一、（一）第2分句', 'The teacher fills in a record for each session and has the parent sign it.', '局派教師每次填寫紀錄表並由家長簽名。'),
  '10.1.1c': duty('壹拾、一、（一）第3分句', 'The teacher enters the service record online.', '局派教師上網登錄服務紀錄。'),
  '10.1.1d': duty('壹拾、一、（一）第4分句', 'The teacher submits records regularly to the Resource Centre and the establishment school.', '局派教師定期將紀錄送特教資源中心及編制學校備查。'),
  '10.1.2a': duty('壹拾、一、（二）第1分句', 'The school-assigned teacher fills in a record for each session.', '自派教師每次填寫輔導紀錄表。'),
  '10.1.2b': duty('壹拾、一、（二）第2分句', 'The teacher hands the records to the school for stamping every month.', '自派教師每月將紀錄送校內核章。'),
  '10.1.2c': duty('壹拾、一、（二）第3分句', "When the semester ends the school's officer sends copies of the records to the Resource Centre.", '學期結束時，學校承辦人將紀錄影本送特教資源中心備查。'),
  '10.1.3.1': duty('壹拾、一、（三）1', 'The itinerant teacher serves and assesses on time, by duties and schedule.', '巡迴輔導教師依職責及行程準時服務與評估。'),
  '10.1.3.2': duty('壹拾、一、（三）2', 'The teacher attends case discussions, work and supervision meetings and training.', '巡迴輔導教師參與個案討論、會議、督導及研習。'),

  '11.3': duty('壹拾壹、三', 'Standing and material funds of an itinerant class are spent for their purpose and cleared on actual cost.', '巡迴輔導班的事務費及教材費專款專用，核實核銷。'),

  '12.1': duty('壹拾貳、一', 'The Department regularly surveys teachers, staff, schools and parents.', '教育局定期調查教師、人員、學校及家長的意見。'),
  '12.2': duty('壹拾貳、二', 'The Resource Centre checks the service at irregular times.', '特教資源中心不定期訪查服務情形。'),
  '12.4': duty('壹拾貳、四', 'A supervision group of the Department visits itinerant teachers at work.', '教育局組成督導小組，實地訪視教師工作情形。'),
  '12.5': duty('壹拾貳、五前段', 'At the end of the school year Department and Resource Centre send the performance to the establishment school.', '學年結束時，教育局與特教資源中心彙整服務表現送編制學校。'),
} as const

export type DutyCode = keyof typeof duties
