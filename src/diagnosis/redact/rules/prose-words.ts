/** Words for "password" and "secret" that people write before or after one. Order: longer before shorter. */
export const SECRET_WORDS: readonly string[] = [
  'client secret value',
  'client secret',
  'geheimer clientschlüssel',
  'clientgeheimnis',
  'zugriffsschlüssel',
  'zugangsdaten',
  'passwords',
  'password',
  'passwörter',
  'passworts',
  'passwort',
  'kennwörter',
  'kennworts',
  'kennwort',
  'passphrase',
  'passcode',
  'pass',
  'passwd',
  'pwd',
  'pw',
  'credentials',
  'credential',
  'secret',
  'geheimnis',
  'access key',
  'api key',
  'admin key',
  'token',
  'mots de passe',
  'mot de passe',
  'mdp',
  "clé d'accès",
  'clé secrète',
  'contraseñas',
  'contraseña',
  'contrasena',
  'clave',
  'secreto',
  "parola d'ordine",
  'parola chiave',
  'segreto',
  'senhas',
  'senha',
  'palavra-passe',
  'chave',
  'segredo',
  'пароля',
  'паролем',
  'паролю',
  'пароль',
  'секрет',
  'ключ доступа',
  'hasło',
  'hasła',
  'wachtwoord',
  'lösenord',
  'adgangskode',
  'passord',
  'salasana',
  'jelszó',
  'heslo',
  'parola',
  'şifre',
  'parolă',
  'κωδικός',
  'mật khẩu',
  'kata sandi',
  'パスワード',
  'シークレット',
  '暗証',
  '密码',
  '密碼',
  '口令',
  '密钥',
  '密鑰',
  '機密',
  '비밀번호',
  '패스워드',
  '암호',
  '시크릿',
  'كلمة المرور',
  'كلمة السر',
  'סיסמה',
  'סיסמא',
  'पासवर्ड',
  'รหัสผ่าน',
];

const split = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Words that may stand between the word and the secret: "is", "lautet", "set to", "es", "é". */
export const CONNECTORS = split(`
  is was are were be equals to as being now currently set changed reset this that it's its = : := => -> -- - == ~
  value named called says following new old current given here ist war lautet lautete sei heißt heisst auf als wurde gesetzt geändert
  zurückgesetzt mit nun jetzt neue neues aktuelle aktuell est était en comme à vaut c'est es era fue a como por
  è era a come sono é foi era para como becomes became nueva nuevo nova novo nouveau nouvelle nuova nuovo
  quedó queda ficou fica devient diventa это был на равен : id i er on är to be jest to `);

/** Prepositions: the next word says whose password it is, not which. */
export const POSSESSIVES = split(`
  for of from in on by at für von vom bei im pour du de des sur chez dans para del en per di del della su do da no na для от в of user
  account registry admin server nutzer benutzer konto registrierung utilisateur compte usuario cuenta utente usuário
  пользователя ID id name`);

/** Of the connectors those that join a subject of any length to the value. */
export const COPULAS = split(
  'is was ist lautet lautete war est était es era è é foi becomes became quedó ficou это = : := => -> は 是 为',
);
