<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>adapters</name>
        <message>
            <source>A byte here ({byte}) is not UTF-8 text.</source>
            <translation>Un octet ({byte}) n’est pas du texte UTF-8.</translation>
        </message>
        <message>
            <source>A gate on this computer closes them: browsers are led through it. An address made of numbers alone goes past it.</source>
            <translation>Une porte sur cet ordinateur les ferme : les navigateurs y passent. Une adresse faite seulement de chiffres la contourne.</translation>
        </message>
        <message>
            <source>A number in it is longer than any setting needs.</source>
            <translation>Un nombre y est plus long que tout réglage n’en a besoin.</translation>
        </message>
        <message>
            <source>A passphrase is set.</source>
            <translation>Une phrase secrète est définie.</translation>
        </message>
        <message>
            <source>A reason is a short text, of at most {count} characters.</source>
            <translation>Une raison est un texte court, de {count} caractères au plus.</translation>
        </message>
        <message>
            <source>A secret was kept, read and removed again.</source>
            <translation>Un secret a été confié, relu puis effacé.</translation>
        </message>
        <message>
            <source>Add it to your system's own list of what starts at login.</source>
            <translation>Ajoutez-le à la liste, tenue par votre système, de ce qui démarre à l’ouverture de session.</translation>
        </message>
        <message>
            <source>All there, in {folder}.</source>
            <translation>Tout est là, dans {folder}.</translation>
        </message>
        <message>
            <source>Another tip is called {found}.</source>
            <translation>Une autre carte s’appelle {found}.</translation>
        </message>
        <message>
            <source>Both a week and a rotation are here. Keep [hours.week] or [hours.rotation], not both.</source>
            <translation>Il y a ici une semaine et une rotation. Gardez [hours.week] ou [hours.rotation], pas les deux.</translation>
        </message>
        <message>
            <source>Change it in “{file}” by hand.</source>
            <translation>Modifiez-le à la main dans « {file} ».</translation>
        </message>
        <message>
            <source>Change it there by hand; Rideau takes it up at once.</source>
            <translation>Modifiez-la là, à la main ; Rideau en tient compte aussitôt.</translation>
        </message>
        <message>
            <source>Check who may write there.</source>
            <translation>Vérifiez qui a le droit d’y écrire.</translation>
        </message>
        <message>
            <source>Commands can't speak to a running Rideau on Windows yet.</source>
            <translation>Sous Windows, les commandes ne savent pas encore parler à Rideau.</translation>
        </message>
        <message>
            <source>English, {names}.</source>
            <translation>Anglais, {names}.</translation>
        </message>
        <message>
            <source>Holidays need a country, such as country = "FR". Leave the table out for none.</source>
            <translation>Les jours fériés demandent un pays, comme country = "FR". Retirez la table s’il n’y en a pas.</translation>
        </message>
        <message>
            <source>Install Rideau again.</source>
            <translation>Réinstallez Rideau.</translation>
        </message>
        <message>
            <source>Install and start one, such as gnome-keyring or KWallet, to keep secrets.</source>
            <translation>Pour garder des secrets, installez et démarrez-en un, comme gnome-keyring ou KWallet.</translation>
        </message>
        <message>
            <source>Install that one here, then try again.</source>
            <translation>Installez celui-là ici, puis réessayez.</translation>
        </message>
        <message>
            <source>It can't be read; the system says “{reason}”.</source>
            <translation>Il est illisible ; le système répond « {reason} ».</translation>
        </message>
        <message>
            <source>It can't be used: {reason}.</source>
            <translation>Il est inutilisable : {reason}.</translation>
        </message>
        <message>
            <source>It did not answer in time; it may be locked and waiting for its password.</source>
            <translation>Il n’a pas répondu à temps ; il est peut-être verrouillé et attend son mot de passe.</translation>
        </message>
        <message>
            <source>It did not give back what was put in.</source>
            <translation>Il n’a pas rendu ce qu’on lui avait confié.</translation>
        </message>
        <message>
            <source>It is a link to a file that is not there.</source>
            <translation>C’est un lien vers un fichier qui n’existe pas.</translation>
        </message>
        <message>
            <source>It is bigger than {count} MB, which no settings need.</source>
            <translation>Il dépasse {count} Mo, plus qu’aucun réglage n’en demande.</translation>
        </message>
        <message>
            <source>It is on a disk that only allows reading.</source>
            <translation>Il se trouve sur un disque en lecture seule.</translation>
        </message>
        <message>
            <source>Its lists and tables lie too deep in each other.</source>
            <translation>Ses listes et ses tables sont imbriquées trop profondément.</translation>
        </message>
        <message>
            <source>Its log says why: run “rideau doctor”.</source>
            <translation>Son journal technique dit pourquoi : lancez « rideau doctor ».</translation>
        </message>
        <message>
            <source>Keyring</source>
            <translation>Trousseau</translation>
        </message>
        <message>
            <source>Make it shorter, or let go of some of what is in it.</source>
            <translation>Raccourcissez, ou retirez une partie de ce qu’il contient.</translation>
        </message>
        <message>
            <source>Make some room in your storage quota, then try again.</source>
            <translation>Faites un peu de place dans votre quota de stockage, puis réessayez.</translation>
        </message>
        <message>
            <source>Make some room on the disk, then try again.</source>
            <translation>Faites un peu de place sur le disque, puis réessayez.</translation>
        </message>
        <message>
            <source>Missing or not readable in {folder}: {names}.</source>
            <translation>Absents ou illisibles dans {folder} : {names}.</translation>
        </message>
        <message>
            <source>Move it away and start Rideau again.</source>
            <translation>Déplacez-le, puis relancez Rideau.</translation>
        </message>
        <message>
            <source>Name an archive.</source>
            <translation>Nommez une archive.</translation>
        </message>
        <message>
            <source>No keyring service runs here, so no passphrase can be kept.</source>
            <translation>Aucun trousseau ne tourne ici : aucune phrase secrète ne peut être gardée.</translation>
        </message>
        <message>
            <source>No keyring service runs here.</source>
            <translation>Aucun service de trousseau ne tourne ici.</translation>
        </message>
        <message>
            <source>No networks are in {folder}.</source>
            <translation>Il n’y a aucun réseau dans {folder}.</translation>
        </message>
        <message>
            <source>No passphrase is set.</source>
            <translation>Aucune phrase secrète n’est définie.</translation>
        </message>
        <message>
            <source>No port of this computer's own is free for the gate.</source>
            <translation>Aucun port local de cet ordinateur n’est libre pour la porte.</translation>
        </message>
        <message>
            <source>No tips are there.</source>
            <translation>Il n’y a aucune carte.</translation>
        </message>
        <message>
            <source>Not compiled: {names}.</source>
            <translation>Non compilées : {names}.</translation>
        </message>
        <message>
            <source>Nothing was changed. Choose a file that “rideau export” made.</source>
            <translation>Rien n’a été modifié. Choisissez un fichier fait par « rideau export ».</translation>
        </message>
        <message>
            <source>Only the user who started it can speak to it.</source>
            <translation>Seule la personne qui l’a lancé peut lui parler.</translation>
        </message>
        <message>
            <source>Quit Rideau and start it again.</source>
            <translation>Quittez Rideau, puis relancez-le.</translation>
        </message>
        <message>
            <source>Quit it from its menu, then start it again.</source>
            <translation>Quittez-le depuis son menu, puis démarrez-le à nouveau.</translation>
        </message>
        <message>
            <source>Reading it is not allowed. Check who may read it.</source>
            <translation>Sa lecture n’est pas permise. Vérifiez qui a le droit de le lire.</translation>
        </message>
        <message>
            <source>Rename it, then try again.</source>
            <translation>Renommez-le, puis réessayez.</translation>
        </message>
        <message>
            <source>Resources</source>
            <translation>Ressources</translation>
        </message>
        <message>
            <source>Rideau can't tell calls and presentations on this system yet.</source>
            <translation>Rideau ne sait pas encore reconnaître les appels et les présentations sur ce système.</translation>
        </message>
        <message>
            <source>Rideau does not start itself at login on this system yet.</source>
            <translation>Sur ce système, Rideau ne démarre pas encore de lui-même à l’ouverture de session.</translation>
        </message>
        <message>
            <source>Rideau goes on, and holds what it needs again; “rideau quit” puts it back to stay.</source>
            <translation>Rideau continue et a repris ce qu’il lui faut ; « rideau quit » le remet en place pour de bon.</translation>
        </message>
        <message>
            <source>Rideau is not running.</source>
            <translation>Rideau n’est pas lancé.</translation>
        </message>
        <message>
            <source>Rideau sets it aside when it starts, and begins a fresh one.</source>
            <translation>Rideau le mettra de côté en démarrant et en commencera un nouveau.</translation>
        </message>
        <message>
            <source>Rideau's own files are damaged; install it again.</source>
            <translation>Les fichiers de Rideau sont abîmés ; réinstallez-le.</translation>
        </message>
        <message>
            <source>Run “rideau quit”, then start it again.</source>
            <translation>Lancez « rideau quit », puis démarrez-le à nouveau.</translation>
        </message>
        <message>
            <source>Sites</source>
            <translation>Sites</translation>
        </message>
        <message>
            <source>Sites in {browser}</source>
            <translation>Sites dans {browser}</translation>
        </message>
        <message>
            <source>Start it with “rideau”.</source>
            <translation>Lancez-le avec « rideau ».</translation>
        </message>
        <message>
            <source>That is not a length of time that can be asked for.</source>
            <translation>Cette durée ne peut pas être demandée.</translation>
        </message>
        <message>
            <source>That is not a request Rideau can read.</source>
            <translation>Rideau ne sait pas lire cette demande.</translation>
        </message>
        <message>
            <source>That is not an instant in ISO 8601 with an offset, of these centuries.</source>
            <translation>Ce n’est pas un instant de nos siècles au format ISO 8601, avec son décalage horaire.</translation>
        </message>
        <message>
            <source>That is not an instant in ISO 8601.</source>
            <translation>Ce n’est pas un instant au format ISO 8601.</translation>
        </message>
        <message>
            <source>The catalogue of networks can't be read: {file}: {reason}</source>
            <translation>Le catalogue des réseaux est illisible : {file} : {reason}</translation>
        </message>
        <message>
            <source>The file ends too early: {what}.</source>
            <translation>Le fichier finit trop tôt : {what}.</translation>
        </message>
        <message>
            <source>The journal “{file}” can't be read.</source>
            <translation>Le journal « {file} » est illisible.</translation>
        </message>
        <message>
            <source>The journal “{file}” could not be written: {why}.</source>
            <translation>Le journal « {file} » n’a pas pu être écrit : {why}.</translation>
        </message>
        <message>
            <source>The keyring can't be used: {reason}.</source>
            <translation>Le trousseau ne peut pas servir : {reason}.</translation>
        </message>
        <message>
            <source>The keyring did not answer in time; it may be locked and waiting for its password.</source>
            <translation>Le trousseau n’a pas répondu à temps ; il est peut-être verrouillé et attend son mot de passe.</translation>
        </message>
        <message>
            <source>The part of Rideau that closes sites does not stay up; the log says why.</source>
            <translation>La partie de Rideau qui ferme les sites s’arrête aussitôt ; le journal technique dit pourquoi.</translation>
        </message>
        <message>
            <source>The passphrase is removed.</source>
            <translation>La phrase secrète est retirée.</translation>
        </message>
        <message>
            <source>The passphrase is set. It opens the lock from now on.</source>
            <translation>La phrase secrète est définie. Elle ouvre désormais le verrou.</translation>
        </message>
        <message>
            <source>The places to turn to can't be read: {file}: {reason}</source>
            <translation>La page « À qui parler » ne peut pas être lue : {file} : {reason}</translation>
        </message>
        <message>
            <source>The rotation has no anchor: a Monday on which its first week holds.</source>
            <translation>La rotation n’a pas d’ancre : un lundi où sa première semaine s’applique.</translation>
        </message>
        <message>
            <source>The rotation has no weeks.</source>
            <translation>La rotation n’a aucune semaine.</translation>
        </message>
        <message>
            <source>The running Rideau answered something unreadable.</source>
            <translation>La réponse de Rideau est illisible.</translation>
        </message>
        <message>
            <source>The running Rideau can't be reached at {path}: {reason}.</source>
            <translation>Rideau est injoignable à {path} : {reason}.</translation>
        </message>
        <message>
            <source>The running Rideau did not end.</source>
            <translation>Rideau ne s’est pas arrêté.</translation>
        </message>
        <message>
            <source>The running Rideau does not answer.</source>
            <translation>Rideau tourne mais ne répond pas.</translation>
        </message>
        <message>
            <source>The running Rideau does not know that command.</source>
            <translation>Le Rideau en cours ne connaît pas cette commande.</translation>
        </message>
        <message>
            <source>The running Rideau ended the conversation.</source>
            <translation>Rideau a mis fin à la conversation.</translation>
        </message>
        <message>
            <source>The running Rideau has no such page in its settings.</source>
            <translation>Le Rideau en cours n’a pas cette page dans ses réglages.</translation>
        </message>
        <message>
            <source>The running Rideau is of another version.</source>
            <translation>Le Rideau en cours est d’une autre version.</translation>
        </message>
        <message>
            <source>The steps for keeping apart can't be read: {file}: {reason}</source>
            <translation>Les étapes pour séparer sont illisibles : {file} : {reason}</translation>
        </message>
        <message>
            <source>The tips can't be read: {file}: {reason}</source>
            <translation>Les cartes ne peuvent pas être lues : {file} : {reason}</translation>
        </message>
        <message>
            <source>There is no file {file}.</source>
            <translation>Il n’y a pas de fichier {file}.</translation>
        </message>
        <message>
            <source>There is no such tip to show right now.</source>
            <translation>Aucune carte de ce genre à montrer pour le moment.</translation>
        </message>
        <message>
            <source>These are {count} files; {most} are the most.</source>
            <translation>Cela fait {count} fichiers ; {most} au plus.</translation>
        </message>
        <message>
            <source>These are {count} times; {most} a day are the most.</source>
            <translation>Cela fait {count} heures ; {most} par jour au plus.</translation>
        </message>
        <message>
            <source>These are {count} tips; {most} in a file are the most.</source>
            <translation>Cela fait {count} cartes ; {most} par fichier au plus.</translation>
        </message>
        <message>
            <source>This account has no “{key}”. Write it as {{ name = "Me", use = "personal" }}.</source>
            <translation>Ce compte n’a pas de « {key} ». Écrivez-le {{ name = "Moi", use = "personal" }}.</translation>
        </message>
        <message>
            <source>This exception has no date, such as date = 2026-06-20.</source>
            <translation>Cette exception n’a pas de date, comme date = 2026-06-20.</translation>
        </message>
        <message>
            <source>This exception has no hours. Write hours = [] for closed.</source>
            <translation>Cette exception n’a pas d’horaires. Écrivez hours = [] pour fermé.</translation>
        </message>
        <message>
            <source>This focus stretch has no “{key}”.</source>
            <translation>Cette plage de concentration n’a pas de « {key} ».</translation>
        </message>
        <message>
            <source>This folder can't be read; the system says “{reason}”.</source>
            <translation>Ce dossier est illisible ; le système répond « {reason} ».</translation>
        </message>
        <message>
            <source>This has no “answer”. Write it as {{ answer = "yes" }}.</source>
            <translation>Il manque « answer » ici. Écrivez-le {{ answer = "yes" }}.</translation>
        </message>
        <message>
            <source>This has no “{key}”.</source>
            <translation>Il manque « {key} » ici.</translation>
        </message>
        <message>
            <source>This has {count} words; {most} are the most.</source>
            <translation>Cela fait {count} mots ; {most} au plus.</translation>
        </message>
        <message>
            <source>This is empty; a tip says something.</source>
            <translation>C’est vide ; une carte dit quelque chose.</translation>
        </message>
        <message>
            <source>This is empty; it needs a name.</source>
            <translation>C’est vide ; il faut un nom.</translation>
        </message>
        <message>
            <source>This is longer than {count} letters.</source>
            <translation>C’est plus long que {count} lettres.</translation>
        </message>
        <message>
            <source>This is more than the notebook keeps.</source>
            <translation>C’est plus que le carnet ne peut garder.</translation>
        </message>
        <message>
            <source>This is not a file. Rename what is there, and Rideau starts a new one.</source>
            <translation>Ce n’est pas un fichier. Renommez ce qui s’y trouve, et Rideau en commencera un nouveau.</translation>
        </message>
        <message>
            <source>This key has far too many parts.</source>
            <translation>Cette clé a beaucoup trop de parties.</translation>
        </message>
        <message>
            <source>This leave ends ({until}) before it starts ({start}).</source>
            <translation>Ce congé finit ({until}) avant de commencer ({start}).</translation>
        </message>
        <message>
            <source>This leave has no “{key}”, such as {key} = 2026-08-03.</source>
            <translation>Ce congé n’a pas de « {key} », comme {key} = 2026-08-03.</translation>
        </message>
        <message>
            <source>This names no day.</source>
            <translation>Aucun jour n’est nommé ici.</translation>
        </message>
        <message>
            <source>This tip has no “{key}”.</source>
            <translation>Cette carte n’a pas de « {key} ».</translation>
        </message>
        <message>
            <source>This tip says nothing. Write [tips.en] or [tips.fr] below it, with a sentence.</source>
            <translation>Cette carte ne dit rien. Écrivez dessous [tips.en] ou [tips.fr], avec une phrase (sentence).</translation>
        </message>
        <message>
            <source>This tip stands in “{file}”, among other things of yours.</source>
            <translation>Cette carte se trouve dans « {file} », parmi d’autres choses à vous.</translation>
        </message>
        <message>
            <source>Translations</source>
            <translation>Traductions</translation>
        </message>
        <message>
            <source>Try again in a moment.</source>
            <translation>Réessayez dans un instant.</translation>
        </message>
        <message>
            <source>Try again, or end its process and start it anew.</source>
            <translation>Réessayez, ou mettez fin à son processus et relancez-le.</translation>
        </message>
        <message>
            <source>Try again, or quit it from its menu.</source>
            <translation>Réessayez, ou quittez-le depuis son menu.</translation>
        </message>
        <message>
            <source>Unlock your keyring, then try again.</source>
            <translation>Déverrouillez votre trousseau, puis réessayez.</translation>
        </message>
        <message>
            <source>Use its menu.</source>
            <translation>Passez par son menu.</translation>
        </message>
        <message>
            <source>Version {found} was made by a newer Rideau; this one knows versions up to {version}.</source>
            <translation>La version {found} vient d’un Rideau plus récent ; celui-ci connaît les versions jusqu’à {version}.</translation>
        </message>
        <message>
            <source>Without the browser extension, the whole of {host} is closed.</source>
            <translation>Sans l’extension du navigateur, {host} est fermé en entier.</translation>
        </message>
        <message>
            <source>Without the browser extension, these are closed as a whole: {hosts}.</source>
            <translation>Sans l’extension du navigateur, ces sites sont fermés en entier : {hosts}.</translation>
        </message>
        <message>
            <source>Without the browser extension, these parts stay open: {parts}.</source>
            <translation>Sans l’extension du navigateur, ces parties restent ouvertes : {parts}.</translation>
        </message>
        <message>
            <source>Without the browser extension, {part} stays open: the rest is {network}.</source>
            <translation>Sans l’extension du navigateur, {part} reste ouvert : le reste est à {network}.</translation>
        </message>
        <message>
            <source>Write it as 10m or 1h30m, up to a day.</source>
            <translation>Écrivez-la 10m ou 1h30m, un jour au plus.</translation>
        </message>
        <message>
            <source>a folder and a file are in each other's place.</source>
            <translation>un dossier et un fichier ont pris la place l’un de l’autre.</translation>
        </message>
        <message>
            <source>has no place in an archive of Rideau's.</source>
            <translation>n’a pas sa place dans une archive de Rideau.</translation>
        </message>
        <message>
            <source>is bigger than anything Rideau keeps.</source>
            <translation>est plus gros que tout ce que Rideau garde.</translation>
        </message>
        <message>
            <source>is no notebook of Rideau's, or it is damaged.</source>
            <translation>n’est pas un carnet de Rideau, ou il est abîmé.</translation>
        </message>
        <message>
            <source>is packed in a way that Rideau does not use.</source>
            <translation>est compressé d’une façon que Rideau n’emploie pas.</translation>
        </message>
        <message>
            <source>is there twice.</source>
            <translation>s’y trouve deux fois.</translation>
        </message>
        <message>
            <source>it has no manifest that says it is an archive of Rideau's.</source>
            <translation>aucun manifeste n’y dit que c’est une archive de Rideau.</translation>
        </message>
        <message>
            <source>it holds more files than any archive of Rideau's.</source>
            <translation>il contient plus de fichiers que toute archive de Rideau.</translation>
        </message>
        <message>
            <source>it is bigger than any archive of Rideau's.</source>
            <translation>il est plus gros que toute archive de Rideau.</translation>
        </message>
        <message>
            <source>it is no archive of Rideau's, or it is damaged.</source>
            <translation>ce n’est pas une archive de Rideau, ou elle est abîmée.</translation>
        </message>
        <message>
            <source>it is not a file.</source>
            <translation>ce n’est pas un fichier.</translation>
        </message>
        <message>
            <source>says nothing in line {number}.</source>
            <translation>ne dit rien à la ligne {number}.</translation>
        </message>
        <message>
            <source>the disk is full.</source>
            <translation>le disque est plein.</translation>
        </message>
        <message>
            <source>the system says “{reason}”.</source>
            <translation>le système répond « {reason} ».</translation>
        </message>
        <message>
            <source>writing is not allowed there.</source>
            <translation>l’écriture n’y est pas permise.</translation>
        </message>
        <message>
            <source>{date} has an exception already. Put all its hours into one.</source>
            <translation>{date} a déjà une exception. Mettez tous ses horaires dans une seule.</translation>
        </message>
        <message>
            <source>{folder} was a link; what it led to is there still.</source>
            <translation>{folder} était un lien ; ce vers quoi il menait est toujours là.</translation>
        </message>
        <message>
            <source>{found} has an offset; leave is in local time. Write it without one.</source>
            <translation>{found} porte un décalage horaire ; un congé est en heure locale. Écrivez-le sans décalage.</translation>
        </message>
        <message>
            <source>{found} holds characters that nobody sees. Write it as one plain line.</source>
            <translation>{found} contient des caractères que personne ne voit. Écrivez-le en une ligne simple.</translation>
        </message>
        <message>
            <source>{found} is neither true nor false.</source>
            <translation>{found} n’est ni true ni false.</translation>
        </message>
        <message>
            <source>{found} is no name for a tip. Write small letters, digits and hyphens.</source>
            <translation>{found} n’est pas un nom de carte. Écrivez des minuscules, des chiffres et des traits d’union.</translation>
        </message>
        <message>
            <source>{found} is not a Monday. The Monday of that week is {monday}.</source>
            <translation>{found} n’est pas un lundi. Le lundi de cette semaine-là est le {monday}.</translation>
        </message>
        <message>
            <source>{found} is not a country. Write its two letters, such as “FR”.</source>
            <translation>{found} n’est pas un pays. Écrivez ses deux lettres, par exemple « FR ».</translation>
        </message>
        <message>
            <source>{found} is not a date. Write it as 2026-06-20, without quotes.</source>
            <translation>{found} n’est pas une date. Écrivez-la 2026-06-20, sans guillemets.</translation>
        </message>
        <message>
            <source>{found} is not a date. Write it as 2026-08-03 or 2026-08-03T12:00, unquoted.</source>
            <translation>{found} n’est pas une date. Écrivez-la 2026-08-03 ou 2026-08-03T12:00, sans guillemets.</translation>
        </message>
        <message>
            <source>{found} is not a list. Put it in square brackets.</source>
            <translation>{found} n’est pas une liste. Mettez des crochets autour.</translation>
        </message>
        <message>
            <source>{found} is not a number from {low} to {high}.</source>
            <translation>{found} n’est pas un nombre de {low} à {high}.</translation>
        </message>
        <message>
            <source>{found} is not a table of settings.</source>
            <translation>{found} n’est pas une table de réglages.</translation>
        </message>
        <message>
            <source>{found} is not a time of day. Write it as 10:00.</source>
            <translation>{found} n’est pas une heure. Écrivez-la ainsi : 10:00.</translation>
        </message>
        <message>
            <source>{found} is not a time zone. Was it meant to be “{near}”?</source>
            <translation>{found} n’est pas un fuseau horaire. Vouliez-vous écrire « {near} » ?</translation>
        </message>
        <message>
            <source>{found} is not a time zone. Write “system”, or a name such as “Europe/Paris”.</source>
            <translation>{found} n’est pas un fuseau horaire. Écrivez « system », ou un nom comme « Europe/Paris ».</translation>
        </message>
        <message>
            <source>{found} is not a version. Write {version}.</source>
            <translation>{found} n’est pas une version. Écrivez {version}.</translation>
        </message>
        <message>
            <source>{found} is not a whole number from {low} to {high}, nor 0 for until it is closed.</source>
            <translation>{found} n’est ni un nombre entier de {low} à {high}, ni 0 pour rester jusqu’à la fermeture.</translation>
        </message>
        <message>
            <source>{found} is not a whole number from {low} to {high}.</source>
            <translation>{found} n’est pas un nombre entier de {low} à {high}.</translation>
        </message>
        <message>
            <source>{found} is not one of {allowed}.</source>
            <translation>{found} ne fait pas partie de {allowed}.</translation>
        </message>
        <message>
            <source>{found} is not one of {allowed}. Was it meant to be “{near}”?</source>
            <translation>{found} ne fait pas partie de {allowed}. Vouliez-vous écrire « {near} » ?</translation>
        </message>
        <message>
            <source>{found} is not text. Put it in quotation marks.</source>
            <translation>{found} n’est pas un texte. Mettez des guillemets droits autour.</translation>
        </message>
        <message>
            <source>{found} is the name of a theme; a tip needs another.</source>
            <translation>{found} est le nom d’un thème ; une carte en porte un autre.</translation>
        </message>
        <message>
            <source>{found} stands for nothing. {opening} is where the next opening goes.</source>
            <translation>{found} ne représente rien. {opening} laisse la place à la prochaine ouverture.</translation>
        </message>
        <message>
            <source>{found} stands here twice.</source>
            <translation>{found} figure deux fois ici.</translation>
        </message>
        <message>
            <source>{path} can't be written: {reason}.</source>
            <translation>Impossible d’écrire {path} : {reason}.</translation>
        </message>
        <message>
            <source>{path} is not a folder of your own.</source>
            <translation>{path} n’est pas un dossier à vous.</translation>
        </message>
        <message>
            <source>“rideau tip list” tells all of them.</source>
            <translation>« rideau tip list » les donne toutes.</translation>
        </message>
        <message>
            <source>“{file}” can't be imported: {why}</source>
            <translation>« {file} » ne peut pas être importé : {why}</translation>
        </message>
        <message>
            <source>“{file}” can't be read: {reason}.</source>
            <translation>« {file} » ne peut pas être lu : {reason}.</translation>
        </message>
        <message>
            <source>“{file}” could not be deleted; the system says “{reason}”.</source>
            <translation>« {file} » n’a pas pu être supprimé ; le système dit « {reason} ».</translation>
        </message>
        <message>
            <source>“{file}” could not be written: {why}</source>
            <translation>« {file} » n’a pas pu être écrit : {why}</translation>
        </message>
        <message>
            <source>“{file}” has a name that not every system can keep.</source>
            <translation>« {file} » porte un nom que tous les systèmes ne savent pas garder.</translation>
        </message>
        <message>
            <source>“{file}” is being changed by another program all the time.</source>
            <translation>Un autre programme modifie sans cesse « {file} ».</translation>
        </message>
        <message>
            <source>“{file}” was made by a newer Rideau.</source>
            <translation>« {file} » a été fait par un Rideau plus récent.</translation>
        </message>
        <message>
            <source>“{found}” is no country code. Allowed are those of ISO 3166: “FR”, “CA”.</source>
            <translation>« {found} » n’est pas un code de pays. Sont permis ceux de la norme ISO 3166 : « FR », « CA ».</translation>
        </message>
        <message>
            <source>“{found}” is no country code. Known and close are: {names}.</source>
            <translation>« {found} » n’est pas un code de pays. En sont proches : {names}.</translation>
        </message>
        <message>
            <source>“{found}” is no subdivision of {country}. Known are: {names}.</source>
            <translation>« {found} » n’est pas une subdivision du pays {country}. Sont connues : {names}.</translation>
        </message>
        <message>
            <source>“{found}” is not how TOML is written: {what}.</source>
            <translation>« {found} » n’est pas du TOML correct : {what}.</translation>
        </message>
        <message>
            <source>“{found}” is not known: {country} has no subdivisions here.</source>
            <translation>« {found} » est inconnu : {country} n’a pas de subdivisions ici.</translation>
        </message>
        <message>
            <source>“{name}” in it {why}</source>
            <translation>« {name} », à l’intérieur, {why}</translation>
        </message>
        <message>
            <source>“{network}” is in no catalogue. For a network of your own, say its sites or apps.</source>
            <translation>« {network} » n’est dans aucun catalogue. Pour un réseau à vous, indiquez ses sites ou ses applications.</translation>
        </message>
        <message>
            <source>“{network}” is in no catalogue. Was it meant to be “{near}”?</source>
            <translation>« {network} » n’est dans aucun catalogue. Vouliez-vous écrire « {near} » ?</translation>
        </message>
        <message>
            <source>“{place}” could not be changed without touching what you wrote.</source>
            <translation>« {place} » n’a pas pu être modifié sans toucher à ce que vous avez écrit.</translation>
        </message>
    </context>
    <context>
        <name>adapters.linux</name>
        <message>
            <source>A notification service is there.</source>
            <translation>Un service de notifications est là.</translation>
        </message>
        <message>
            <source>Display</source>
            <translation>Affichage</translation>
        </message>
        <message>
            <source>It is off.</source>
            <translation>C’est désactivé.</translation>
        </message>
        <message>
            <source>No notification service is there.</source>
            <translation>Il n’y a pas de service de notifications.</translation>
        </message>
        <message>
            <source>No panel shows tray icons; a small window stands in.</source>
            <translation>Aucun tableau de bord n’affiche les icônes ; une petite fenêtre les remplace.</translation>
        </message>
        <message>
            <source>Nobody answers at the display “{display}”. Start Rideau in a desktop session, or try “xvfb-run rideau”.</source>
            <translation>L’affichage « {display} » ne répond pas. Lancez Rideau dans une session de bureau, ou essayez « xvfb-run rideau ».</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Notifications</translation>
        </message>
        <message>
            <source>Qt needs the system library {library}, which is not here. Install it, then try again.</source>
            <translation>Qt a besoin de la bibliothèque système {library}, absente ici. Installez-la, puis réessayez.</translation>
        </message>
        <message>
            <source>Rideau starts when you log in ({file}).</source>
            <translation>Rideau démarre quand vous ouvrez votre session ({file}).</translation>
        </message>
        <message>
            <source>Start Rideau from your desktop's menu. Elsewhere, DBUS_SESSION_BUS_ADDRESS has to name the session's bus.</source>
            <translation>Lancez Rideau depuis le menu de votre bureau. Ailleurs, DBUS_SESSION_BUS_ADDRESS doit indiquer le bus de la session.</translation>
        </message>
        <message>
            <source>Start Rideau inside a desktop session.</source>
            <translation>Lancez Rideau dans une session de bureau.</translation>
        </message>
        <message>
            <source>Start at login</source>
            <translation>Ouverture de session</translation>
        </message>
        <message>
            <source>Start “{command}” from its own configuration.</source>
            <translation>Lancez « {command} » depuis sa propre configuration.</translation>
        </message>
        <message>
            <source>The desktop's message service (D-Bus) does not answer.</source>
            <translation>Le service de messages du bureau (D-Bus) ne répond pas.</translation>
        </message>
        <message>
            <source>The display {display} lets nobody of this user in ({reason}). Start Rideau from the desktop's own session.</source>
            <translation>L’affichage {display} refuse ce compte ({reason}). Lancez Rideau depuis la session du bureau.</translation>
        </message>
        <message>
            <source>The panel shows tray icons.</source>
            <translation>Le tableau de bord affiche les icônes.</translation>
        </message>
        <message>
            <source>There is no display here. Start Rideau in a desktop session, or try “xvfb-run rideau”.</source>
            <translation>Il n’y a pas d’affichage ici. Lancez Rideau dans une session de bureau, ou essayez « xvfb-run rideau ».</translation>
        </message>
        <message>
            <source>This desktop session has no message service (D-Bus).</source>
            <translation>Cette session n’a pas de service de messages (D-Bus).</translation>
        </message>
        <message>
            <source>This desktop's proxy settings were changed since Rideau set them, so it leaves them alone. Quit Rideau and start it again to have work sites closed.</source>
            <translation>Les réglages de proxy de ce bureau ont changé depuis que Rideau les a posés : il n’y touche donc plus. Quittez Rideau et relancez-le pour que les sites de travail soient fermés.</translation>
        </message>
        <message>
            <source>Tray</source>
            <translation>Zone de notification</translation>
        </message>
        <message>
            <source>Windows can be shown.</source>
            <translation>Des fenêtres peuvent s’afficher.</translation>
        </message>
        <message>
            <source>You have proxy settings of your own</source>
            <translation>Vous avez vos propres réglages de proxy</translation>
        </message>
        <message>
            <source>{desktop} starts no programs at login by itself.</source>
            <translation>{desktop} ne lance pas de lui-même de programmes à l’ouverture de session.</translation>
        </message>
        <message>
            <source>“rideau autostart on” switches it on.</source>
            <translation>« rideau autostart on » l’active.</translation>
        </message>
    </context>
    <context>
        <name>adapters.linux.apps</name>
        <message>
            <source>Apps</source>
            <translation>Applications</translation>
        </message>
        <message>
            <source>If it is still installed, the menu starts it.</source>
            <translation>Si elle est encore installée, le menu la lance.</translation>
        </message>
        <message>
            <source>Other programs may have used up what it allows; your administrator can raise it (fs.inotify.max_user_instances).</source>
            <translation>D’autres programmes ont peut-être épuisé ce qu’il permet ; l’administration de votre poste peut l’augmenter (fs.inotify.max_user_instances).</translation>
        </message>
        <message>
            <source>This system does not tell when programs are started.</source>
            <translation>Ce système ne dit pas quand un programme démarre.</translation>
        </message>
        <message>
            <source>Those that are started while closed are met before their first window.</source>
            <translation>Celles qu’on lance pendant la fermeture sont accueillies avant leur première fenêtre.</translation>
        </message>
        <message>
            <source>Those that are started while closed are met before their first window. One that only its sandbox names is looked for every 5 seconds, and only while it is to be closed.</source>
            <translation>Celles qu’on lance pendant la fermeture sont accueillies avant leur première fenêtre. Une application que seul son bac à sable nomme est cherchée toutes les 5 secondes, et seulement tant qu’elle est à fermer.</translation>
        </message>
        <message>
            <source>{app} may show for a few seconds before it is closed: nothing tells when it is started.</source>
            <translation>{app} peut apparaître quelques secondes avant de se fermer : rien ne dit quand l’application démarre.</translation>
        </message>
        <message>
            <source>{name} could not be started again.</source>
            <translation>Impossible de relancer {name}.</translation>
        </message>
        <message>
            <source>{name} could not be started again: its program is not there any more.</source>
            <translation>Impossible de relancer {name} : son programme n’est plus là.</translation>
        </message>
    </context>
    <context>
        <name>adapters.linux.attention</name>
        <message>
            <source>Apps that present, or share the screen, are noticed as soon as they tell the desktop.</source>
            <translation>Les applications qui présentent, ou partagent l’écran, sont remarquées dès qu’elles le disent au bureau.</translation>
        </message>
        <message>
            <source>Breaks in your work</source>
            <translation>Pauses dans votre travail</translation>
        </message>
        <message>
            <source>Calls and presentations</source>
            <translation>Appels et présentations</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>Caméra</translation>
        </message>
        <message>
            <source>Do not disturb, films and the locked screen</source>
            <translation>Ne pas déranger, films et écran verrouillé</translation>
        </message>
        <message>
            <source>If it goes on so, start Rideau again; its log says why.</source>
            <translation>Si cela se reproduit, redémarrez Rideau ; son journal technique dit pourquoi.</translation>
        </message>
        <message>
            <source>Install “pipewire-bin” (or “pipewire-utils”), which brings the program “pw-dump”.</source>
            <translation>Installez « pipewire-bin » (ou « pipewire-utils »), qui apporte le programme « pw-dump ».</translation>
        </message>
        <message>
            <source>Locked screen</source>
            <translation>Écran verrouillé</translation>
        </message>
        <message>
            <source>Microphone</source>
            <translation>Micro</translation>
        </message>
        <message>
            <source>No sound server runs, so a call is not noticed by its microphone.</source>
            <translation>Aucun serveur de son ne tourne : un appel ne se remarque pas à son micro.</translation>
        </message>
        <message>
            <source>Nothing needs doing: as soon as PulseAudio or PipeWire runs, Rideau listens to it.</source>
            <translation>Rien à faire : dès que PulseAudio ou PipeWire tourne, Rideau l’écoute.</translation>
        </message>
        <message>
            <source>On GNOME nothing needs doing: its shell tells in another way.</source>
            <translation>Sous GNOME, il n’y a rien à faire : son interface le dit autrement.</translation>
        </message>
        <message>
            <source>Presentations and shared screens</source>
            <translation>Présentations et écrans partagés</translation>
        </message>
        <message>
            <source>Recordings of the screen</source>
            <translation>Enregistrements de l’écran</translation>
        </message>
        <message>
            <source>Recordings of the screen are noticed where an app asks the desktop for them, not elsewhere.</source>
            <translation>Les enregistrements de l’écran se remarquent quand une application les demande au bureau, pas ailleurs.</translation>
        </message>
        <message>
            <source>Rideau can tell when the screen is shared or filled (X11).</source>
            <translation>Rideau sait quand l’écran est partagé ou rempli (X11).</translation>
        </message>
        <message>
            <source>Rideau notices when an app opens a camera; it never opens one itself.</source>
            <translation>Rideau remarque quand une application ouvre une caméra ; il n’en ouvre jamais.</translation>
        </message>
        <message>
            <source>Screen and keyboard</source>
            <translation>Écran et clavier</translation>
        </message>
        <message>
            <source>Start Rideau from your desktop's menu.</source>
            <translation>Lancez Rideau depuis le menu de votre bureau.</translation>
        </message>
        <message>
            <source>There is no X screen here that tells when it is shared or filled.</source>
            <translation>Aucun écran X ne dit ici quand il est partagé ou rempli.</translation>
        </message>
        <message>
            <source>There is no window manager here that tells when a window fills the screen.</source>
            <translation>Aucun gestionnaire de fenêtres ne dit ici quand une fenêtre remplit l’écran.</translation>
        </message>
        <message>
            <source>This desktop (Wayland) tells only for older apps when they fill the screen or share it.</source>
            <translation>Ce bureau (Wayland) ne dit que pour les applications anciennes quand elles remplissent ou partagent l’écran.</translation>
        </message>
        <message>
            <source>This desktop does not say whether you want to be left alone; films and the lock are noticed.</source>
            <translation>Ce bureau ne dit pas si vous voulez être tranquille ; les films et le verrouillage sont remarqués.</translation>
        </message>
        <message>
            <source>This desktop does not tell programs when nothing was typed for a while.</source>
            <translation>Ce bureau ne dit pas aux programmes que rien n’a été tapé depuis un moment.</translation>
        </message>
        <message>
            <source>This desktop is no Wayland desktop; X11 tells instead.</source>
            <translation>Ce bureau n’est pas sous Wayland ; X11 renseigne à sa place.</translation>
        </message>
        <message>
            <source>This desktop session has no message service (D-Bus), so Rideau can't tell when it would disturb.</source>
            <translation>Cette session n’a pas de service de messages (D-Bus) : Rideau ne peut pas savoir quand il dérangerait.</translation>
        </message>
        <message>
            <source>This desktop shares its screen in another way (X11), which Rideau notices by its windows.</source>
            <translation>Ce bureau partage son écran autrement (X11), ce que Rideau remarque à ses fenêtres.</translation>
        </message>
        <message>
            <source>This desktop tells when nothing was typed for a while, and which window fills the screen.</source>
            <translation>Ce bureau dit quand rien n’a été tapé depuis un moment, et quelle fenêtre remplit l’écran.</translation>
        </message>
        <message>
            <source>This desktop tells when nothing was typed for a while.</source>
            <translation>Ce bureau dit quand rien n’a été tapé depuis un moment.</translation>
        </message>
        <message>
            <source>This desktop tells which window fills the screen.</source>
            <translation>Ce bureau dit quelle fenêtre remplit l’écran.</translation>
        </message>
        <message>
            <source>This system does not say whether the screen is locked; the desktop may.</source>
            <translation>Ce système ne dit pas si l’écran est verrouillé ; le bureau le dit peut-être.</translation>
        </message>
        <message>
            <source>This system does not tell when a camera is opened; calls are noticed by their microphone.</source>
            <translation>Ce système ne dit pas quand une caméra est ouverte ; les appels se remarquent à leur micro.</translation>
        </message>
        <message>
            <source>This system says whether the screen is locked.</source>
            <translation>Ce système dit si l’écran est verrouillé.</translation>
        </message>
        <message>
            <source>What apps tell the desktop is not heard here; their windows are noticed, where the desktop shows them.</source>
            <translation>Ce que les applications disent au bureau ne s’entend pas ici ; leurs fenêtres se remarquent, là où le bureau les montre.</translation>
        </message>
        <message>
            <source>What notices calls and presentations has broken down; it begins anew with the next reminder.</source>
            <translation>Ce qui remarque les appels et les présentations est tombé en panne ; cela reprendra au prochain rappel.</translation>
        </message>
        <message>
            <source>Whatever records or shares the screen through PipeWire is noticed.</source>
            <translation>Tout ce qui enregistre ou partage l’écran par PipeWire est remarqué.</translation>
        </message>
        <message>
            <source>Your desktop's own “Do not disturb” is respected, and films and the locked screen are noticed.</source>
            <translation>Le « Ne pas déranger » de votre bureau est respecté ; les films et l’écran verrouillé sont remarqués.</translation>
        </message>
        <message>
            <source>{server} tells when an app listens.</source>
            <translation>{server} dit quand une application écoute.</translation>
        </message>
    </context>
    <context>
        <name>adapters.linux.notifications</name>
        <message>
            <source>Firefox does not say which site a notification comes from, so its sites still notify.</source>
            <translation>Firefox ne dit pas de quel site vient une notification ; ses sites continuent donc d’en envoyer.</translation>
        </message>
        <message>
            <source>They are withheld and counted.</source>
            <translation>Elles sont retenues et comptées.</translation>
        </message>
        <message>
            <source>They are withheld as soon as a program shows notifications.</source>
            <translation>Elles seront retenues dès qu’un programme affichera des notifications.</translation>
        </message>
        <message>
            <source>This desktop does not let Rideau watch notifications.</source>
            <translation>Ce bureau ne laisse pas Rideau suivre les notifications.</translation>
        </message>
        <message>
            <source>Your administrator can allow it (BecomeMonitor on the session bus).</source>
            <translation>L’administration de votre poste peut le permettre (BecomeMonitor sur le bus de session).</translation>
        </message>
    </context>
    <context>
        <name>adapters.linux.sites</name>
        <message>
            <source>An administrator's rule sets the proxy of {browser}: its sites stay open.</source>
            <translation>Une règle de l’administration fixe le proxy pour {browser} : ses sites restent ouverts.</translation>
        </message>
        <message>
            <source>Ask your administrator.</source>
            <translation>Demandez à l’administration de votre poste.</translation>
        </message>
        <message>
            <source>Browsers follow this desktop's proxy settings at once.</source>
            <translation>Les navigateurs suivent aussitôt les réglages de proxy de ce bureau.</translation>
        </message>
        <message>
            <source>Browsers' way through the gate</source>
            <translation>Passage des navigateurs par la porte</translation>
        </message>
        <message>
            <source>Firefox follows this desktop's proxy settings; Chromium does not.</source>
            <translation>Firefox suit les réglages de proxy de ce bureau ; Chromium, non.</translation>
        </message>
        <message>
            <source>Firefox follows this desktop's proxy settings; Chromium is led by its launcher in the menu.</source>
            <translation>Firefox suit les réglages de proxy de ce bureau ; Chromium est mené par son lanceur dans le menu.</translation>
        </message>
        <message>
            <source>In its network settings, choose “Use system proxy settings”.</source>
            <translation>Dans ses paramètres réseau, choisissez « Utiliser les paramètres proxy du système ».</translation>
        </message>
        <message>
            <source>Install it (the package is called pkexec or polkit), then try again.</source>
            <translation>Installez-le (le paquet s’appelle pkexec ou polkit), puis réessayez.</translation>
        </message>
        <message>
            <source>Install “dconf-service” (or “dconf”), and start Rideau from your desktop's menu.</source>
            <translation>Installez « dconf-service » (ou « dconf »), puis lancez Rideau depuis le menu de votre bureau.</translation>
        </message>
        <message>
            <source>It stays until the browsers' proxy settings are back.</source>
            <translation>Il reste jusqu’au retour des réglages de proxy des navigateurs.</translation>
        </message>
        <message>
            <source>KDE already finds its proxy in a way of your own that Rideau does not touch (a script, a search, or the environment). Set the proxy by hand in KDE's settings, or switch it off, to have work sites closed.</source>
            <translation>KDE trouve déjà son proxy d’une façon à laquelle Rideau ne touche pas (un script, une recherche ou l’environnement). Indiquez le proxy à la main dans les réglages de KDE, ou désactivez-le, pour que les sites de travail soient fermés.</translation>
        </message>
        <message>
            <source>KDE's proxy is a SOCKS proxy or wants a password, which the gate does not speak. Set a plain HTTP proxy, or switch it off, to have work sites closed.</source>
            <translation>Le proxy de KDE est un proxy SOCKS ou demande un mot de passe, et la porte ne sait pas s’en servir. Indiquez un simple proxy HTTP, ou désactivez-le, pour que les sites de travail soient fermés.</translation>
        </message>
        <message>
            <source>Led through the gate by the launcher in the menu.</source>
            <translation>Passage par la porte grâce au lanceur du menu.</translation>
        </message>
        <message>
            <source>Led through the gate by this desktop's proxy settings.</source>
            <translation>Passage par la porte grâce aux réglages de proxy de ce bureau.</translation>
        </message>
        <message>
            <source>Led through the gate, and seen there.</source>
            <translation>Passage par la porte, déjà constaté.</translation>
        </message>
        <message>
            <source>No administrator agreed, so nothing was changed.</source>
            <translation>L’administration n’a pas donné son accord : rien n’a changé.</translation>
        </message>
        <message>
            <source>On KDE, {browser} learns the way through the gate from Rideau itself: pages that it opens before go past it. “launchers = true” under [browsers] in the settings file cures that.</source>
            <translation>Sous KDE, c’est Rideau lui-même qui indique la porte à {browser} : les pages ouvertes avant la contournent. « launchers = true » sous [browsers] dans le fichier de réglages y remédie.</translation>
        </message>
        <message>
            <source>Quit it and start it from the menu.</source>
            <translation>Quittez-le et relancez-le depuis le menu.</translation>
        </message>
        <message>
            <source>Quit it and start it without that option.</source>
            <translation>Quittez-le et relancez-le sans cette option.</translation>
        </message>
        <message>
            <source>Rideau can start it through the gate: “launchers = true” under [browsers] in the settings file allows that.</source>
            <translation>Rideau peut le lancer par la porte : « launchers = true » sous [browsers] dans le fichier de réglages le permet.</translation>
        </message>
        <message>
            <source>The administrator's part did not answer.</source>
            <translation>La partie lancée par l’administration n’a pas répondu.</translation>
        </message>
        <message>
            <source>The administrator's part failed: {why}</source>
            <translation>La partie lancée par l’administration a échoué : {why}</translation>
        </message>
        <message>
            <source>The browser extension in {folder} is not whole.</source>
            <translation>L’extension de navigateur dans {folder} est incomplète.</translation>
        </message>
        <message>
            <source>The environment names a proxy that the gate can't use (a script, SOCKS, or one with a password), so browsers' launchers stay as they are.</source>
            <translation>L’environnement nomme un proxy dont la porte ne peut pas se servir (un script, SOCKS ou un mot de passe) : les lanceurs des navigateurs restent donc tels quels.</translation>
        </message>
        <message>
            <source>The launcher of {browser} was changed since, so Rideau leaves it alone.</source>
            <translation>Le lanceur pour {browser} a changé depuis : Rideau n’y touche donc plus.</translation>
        </message>
        <message>
            <source>This desktop's proxy settings do not lead {browser} to the gate now.</source>
            <translation>Les réglages de proxy de ce bureau ne mènent pas {browser} à la porte en ce moment.</translation>
        </message>
        <message>
            <source>This desktop's settings service (dconf) does not answer, so browsers can't be told of the gate.</source>
            <translation>Le service de réglages de ce bureau (dconf) ne répond pas : les navigateurs ne peuvent donc pas être menés à la porte.</translation>
        </message>
        <message>
            <source>Whether {browser} follows the desktop's proxy settings out of its sandbox is not known before it opens a work site.</source>
            <translation>On ne saura si {browser} suit les réglages de proxy du bureau depuis son bac à sable que lorsqu’il ouvrira un site de travail.</translation>
        </message>
        <message>
            <source>Your desktop already finds its proxy by a configuration address of its own (PAC), which Rideau does not touch. Set the proxy by hand in your desktop's network settings, or switch it off, to have work sites closed.</source>
            <translation>Votre bureau trouve déjà son proxy par une adresse de configuration (PAC) à laquelle Rideau ne touche pas. Indiquez le proxy à la main dans les réglages réseau de votre bureau, ou désactivez-le, pour que les sites de travail soient fermés.</translation>
        </message>
        <message>
            <source>Your desktop's proxy is a SOCKS proxy, which the gate does not speak. Set an HTTP proxy, or switch it off, to have work sites closed.</source>
            <translation>Le proxy de votre bureau est un proxy SOCKS, et la porte ne sait pas s’en servir. Indiquez un proxy HTTP, ou désactivez-le, pour que les sites de travail soient fermés.</translation>
        </message>
        <message>
            <source>Your desktop's proxy wants a name and a password, which Rideau does not hand on, so work sites can't be led through the gate.</source>
            <translation>Le proxy de votre bureau demande un nom et un mot de passe, que Rideau ne transmet pas : les sites de travail ne peuvent donc pas passer par la porte.</translation>
        </message>
        <message>
            <source>Your system's administrator locked this desktop's proxy settings, so Rideau can't use them.</source>
            <translation>L’administration de votre système a verrouillé les réglages de proxy de ce bureau : Rideau ne peut donc pas s’en servir.</translation>
        </message>
        <message>
            <source>{browser} finds no proxy settings in this session, so its sites stay open.</source>
            <translation>{browser} ne trouve aucun réglage de proxy dans cette session : ses sites restent donc ouverts.</translation>
        </message>
        <message>
            <source>{browser} has a launcher that Rideau leaves alone.</source>
            <translation>{browser} a un lanceur auquel Rideau ne touche pas.</translation>
        </message>
        <message>
            <source>{browser} has a profile that does not follow the desktop's proxy.</source>
            <translation>{browser} a un profil qui ne suit pas le proxy du bureau.</translation>
        </message>
        <message>
            <source>{browser} has proxy settings of its own: Rideau can't close sites there.</source>
            <translation>{browser} a ses propres réglages de proxy : Rideau ne peut pas y fermer de sites.</translation>
        </message>
        <message>
            <source>{browser} ignores {desktop}'s proxy settings, so its sites stay open.</source>
            <translation>{browser} ignore les réglages de proxy du bureau ({desktop}) : ses sites restent donc ouverts.</translation>
        </message>
        <message>
            <source>{browser} is set to “No proxy”: Rideau can't close sites there.</source>
            <translation>{browser} est réglé sur « Pas de proxy » : Rideau ne peut pas y fermer de sites.</translation>
        </message>
        <message>
            <source>{browser} started from a terminal goes past the gate; from the menu it does not.</source>
            <translation>{browser} lancé depuis un terminal contourne la porte ; lancé depuis le menu, il y passe.</translation>
        </message>
        <message>
            <source>{browser} was open before its way led through the gate: reload the tabs from before.</source>
            <translation>{browser} était ouvert avant de passer par la porte : rechargez les onglets d’avant.</translation>
        </message>
        <message>
            <source>{browser} was started past its launcher: its sites stay open.</source>
            <translation>{browser} a été lancé sans passer par son lanceur : ses sites restent ouverts.</translation>
        </message>
        <message>
            <source>{browser} was started through the gate: start it again, or its work sites will not load.</source>
            <translation>{browser} a été lancé par la porte : relancez-le, sinon ses sites de travail ne s’ouvriront pas.</translation>
        </message>
        <message>
            <source>{browser} was started with “{option}”: its sites stay open.</source>
            <translation>{browser} a été lancé avec « {option} » : ses sites restent ouverts.</translation>
        </message>
        <message>
            <source>{what} {remedy}</source>
            <translation>{what} {remedy}</translation>
        </message>
        <message>
            <source>“pkexec” is missing, so no administrator can be asked.</source>
            <translation>« pkexec » manque : impossible de demander l’accord de l’administration.</translation>
        </message>
    </context>
    <context>
        <name>adapters.linux.sound</name>
        <message>
            <source>Apps are muted one by one, through {server}.</source>
            <translation>Les applications sont mises en sourdine une par une, par {server}.</translation>
        </message>
        <message>
            <source>In a browser no site can be told from another by its sound, so muted sites can still be heard there.</source>
            <translation>Dans un navigateur, rien ne distingue un site d’un autre à son bruit : les sites mis en sourdine peuvent encore s’y entendre.</translation>
        </message>
        <message>
            <source>No sound server runs, so there is nothing to mute yet.</source>
            <translation>Aucun serveur de son ne tourne : il n’y a encore rien à mettre en sourdine.</translation>
        </message>
        <message>
            <source>No sound server runs.</source>
            <translation>Aucun serveur de son ne tourne.</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Son</translation>
        </message>
        <message>
            <source>The sound server does not answer</source>
            <translation>Le serveur de son ne répond pas</translation>
        </message>
        <message>
            <source>The sound server does not answer.</source>
            <translation>Le serveur de son ne répond pas.</translation>
        </message>
        <message>
            <source>The sound server does not take note.</source>
            <translation>Le serveur de son n’en prend pas note.</translation>
        </message>
        <message>
            <source>The sound server takes no sound now.</source>
            <translation>Le serveur de son n’accepte aucun son pour l’instant.</translation>
        </message>
        <message>
            <source>The sound server went away.</source>
            <translation>Le serveur de son est parti.</translation>
        </message>
    </context>
    <context>
        <name>adapters.linux.windowing</name>
        <message>
            <source>KWin does not answer.</source>
            <translation>KWin ne répond pas.</translation>
        </message>
        <message>
            <source>Rideau can tell which windows are open (KWin).</source>
            <translation>Rideau voit quelles fenêtres sont ouvertes (KWin).</translation>
        </message>
        <message>
            <source>Rideau can tell which windows are open (X11).</source>
            <translation>Rideau voit quelles fenêtres sont ouvertes (X11).</translation>
        </message>
        <message>
            <source>Rideau can tell which windows are open (sway).</source>
            <translation>Rideau voit quelles fenêtres sont ouvertes (sway).</translation>
        </message>
        <message>
            <source>Rideau can tell which windows are open, but not whose they are.</source>
            <translation>Rideau voit quelles fenêtres sont ouvertes, mais pas à quelle application elles appartiennent.</translation>
        </message>
        <message>
            <source>Rideau can't see the windows</source>
            <translation>Rideau ne voit pas les fenêtres</translation>
        </message>
        <message>
            <source>The part of the desktop that shows windows (the X server) does not answer.</source>
            <translation>La partie du bureau qui affiche les fenêtres (le serveur X) ne répond pas.</translation>
        </message>
        <message>
            <source>The part of the desktop that shows windows (the compositor) does not answer.</source>
            <translation>La partie du bureau qui affiche les fenêtres (le compositeur) ne répond pas.</translation>
        </message>
        <message>
            <source>This desktop does not say which windows are open; apps are known by their programs.</source>
            <translation>Ce bureau ne dit pas quelles fenêtres sont ouvertes ; les applications sont reconnues à leurs programmes.</translation>
        </message>
        <message>
            <source>This desktop says which windows are open for older apps (X11) only; the others are known by their programs, and their windows can't be closed one by one.</source>
            <translation>Ce bureau ne dit quelles fenêtres sont ouvertes que pour les applications plus anciennes (X11) ; les autres sont reconnues à leurs programmes, et leurs fenêtres ne peuvent pas être fermées une à une.</translation>
        </message>
        <message>
            <source>This desktop tells nobody which windows are open.</source>
            <translation>Ce bureau ne dit à personne quelles fenêtres sont ouvertes.</translation>
        </message>
        <message>
            <source>Windows</source>
            <translation>Fenêtres</translation>
        </message>
        <message>
            <source>sway does not answer.</source>
            <translation>sway ne répond pas.</translation>
        </message>
    </context>
    <context>
        <name>adapters.qt</name>
        <message>
            <source>Cards</source>
            <translation>Cartes</translation>
        </message>
        <message>
            <source>Cards slide in at the edge of the screen.</source>
            <translation>Les cartes glissent au bord de l’écran.</translation>
        </message>
        <message>
            <source>Install XWayland and log in again, and they come as cards.</source>
            <translation>Installez XWayland puis rouvrez la session : elles arriveront en cartes.</translation>
        </message>
        <message>
            <source>Is Rideau still installed? “rideau settings” in a terminal says more.</source>
            <translation>Rideau est-il toujours installé ? « rideau settings » dans un terminal en dit plus.</translation>
        </message>
        <message>
            <source>Open it again; the log says what happened.</source>
            <translation>Rouvrez-la ; le journal technique dit ce qui s’est passé.</translation>
        </message>
        <message>
            <source>Sleep, unlock and time zone</source>
            <translation>Veille et fuseau horaire</translation>
        </message>
        <message>
            <source>The message service {bus} does not answer.</source>
            <translation>Le service de messages {bus} ne répond pas.</translation>
        </message>
        <message>
            <source>The settings window could not be opened: {why}.</source>
            <translation>La fenêtre des réglages n’a pas pu s’ouvrir : {why}.</translation>
        </message>
        <message>
            <source>The settings window ended by itself.</source>
            <translation>La fenêtre des réglages s’est fermée toute seule.</translation>
        </message>
        <message>
            <source>This system announces them.</source>
            <translation>Ce système les annonce.</translation>
        </message>
        <message>
            <source>This system does not announce them, so Rideau watches the clock and the time zone itself.</source>
            <translation>Ce système ne les annonce pas : Rideau suit donc lui-même l’horloge et le fuseau horaire.</translation>
        </message>
        <message>
            <source>Windows cannot be placed on this desktop: cards come as notifications.</source>
            <translation>Ce bureau ne laisse pas placer les fenêtres : les cartes arrivent en notifications.</translation>
        </message>
    </context>
    <context>
        <name>bootstrap</name>
        <message>
            <source>Apps are not closed yet on this system.</source>
            <translation>Sur ce système, les applications ne sont pas encore fermées.</translation>
        </message>
        <message>
            <source>Apps count while their window is in use, sites while their tab is.</source>
            <translation>Les applications comptent tant que leur fenêtre sert, les sites tant que leur onglet sert.</translation>
        </message>
        <message>
            <source>Apps count while their window is in use. Without the browser extension, sites count roughly: while a browser is in front and one of them is connected; where the desktop tells no window in use, not at all.</source>
            <translation>Les applications comptent tant que leur fenêtre sert. Sans l’extension du navigateur, les sites comptent en gros : tant qu’un navigateur est devant et que l’un d’eux est connecté. Là où le bureau ne dit pas quelle fenêtre sert, ils ne comptent pas.</translation>
        </message>
        <message>
            <source>Ask it from the session that it runs in: this is another one (XDG_RUNTIME_DIR differs).</source>
            <translation>Demandez-le dans la session où il tourne : celle-ci en est une autre (XDG_RUNTIME_DIR diffère).</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>Commencer</translation>
        </message>
        <message>
            <source>Browsers are led to the gate, and nobody keeps it: work sites do not load. Start Rideau, or run “rideau restore”.</source>
            <translation>Les navigateurs cherchent la porte, et personne ne la tient : les sites de travail ne s’ouvrent pas. Démarrez Rideau, ou lancez « rideau restore ».</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Choisir</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>Pays</translation>
        </message>
        <message>
            <source>Daily allowance</source>
            <translation>Temps du jour</translation>
        </message>
        <message>
            <source>Does the curtain hold as you like? You may choose anew, or leave it. This is asked once.</source>
            <translation>Le rideau tient-il comme vous l’aimez ? Vous pouvez choisir à nouveau, ou n’y rien changer. La question ne revient pas.</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>Exceptions</translation>
        </message>
        <message>
            <source>Five minutes before the curtain, if you like.</source>
            <translation>Cinq minutes avant le rideau, si vous voulez.</translation>
        </message>
        <message>
            <source>How is work these days?</source>
            <translation>Le travail, ces temps-ci, comment ça va ?</translation>
        </message>
        <message>
            <source>It is closed now, and leaving takes a wait.</source>
            <translation>C’est fermé en ce moment, et quitter demande un peu d’attente.</translation>
        </message>
        <message>
            <source>No breath is asked for there now.</source>
            <translation>Aucun souffle n’y est demandé pour le moment.</translation>
        </message>
        <message>
            <source>Nothing was erased: what can't be put back has to be remembered.</source>
            <translation>Rien n’a été effacé : ce qui ne peut pas être remis en place reste noté.</translation>
        </message>
        <message>
            <source>Notifications are not withheld yet on this system.</source>
            <translation>Les notifications ne sont pas encore retenues sur ce système.</translation>
        </message>
        <message>
            <source>Read it</source>
            <translation>Lire</translation>
        </message>
        <message>
            <source>Read the list</source>
            <translation>Lire la liste</translation>
        </message>
        <message>
            <source>Rideau has ended</source>
            <translation>Rideau est arrêté</translation>
        </message>
        <message>
            <source>Rideau runs, and can't be reached from here, so nothing was touched.</source>
            <translation>Rideau tourne et n’est pas joignable d’ici ; rien n’a donc été touché.</translation>
        </message>
        <message>
            <source>Sites are not closed yet on this system.</source>
            <translation>Sur ce système, les sites ne sont pas encore fermés.</translation>
        </message>
        <message>
            <source>Something unexpected happened here.</source>
            <translation>Il s’est produit ici quelque chose d’inattendu.</translation>
        </message>
        <message>
            <source>Sound is not muted yet on this system.</source>
            <translation>Sur ce système, le son n’est pas encore mis en sourdine.</translation>
        </message>
        <message>
            <source>The log says what: {file}</source>
            <translation>Le journal technique dit quoi : {file}</translation>
        </message>
        <message>
            <source>Three questions, if you like; a minute at most, for you alone.</source>
            <translation>Trois questions, si vous voulez ; une minute au plus, pour vous seulement.</translation>
        </message>
        <message>
            <source>Two weeks with Rideau</source>
            <translation>Deux semaines avec Rideau</translation>
        </message>
        <message>
            <source>What you put down for today is here.</source>
            <translation>Ce que vous aviez noté pour aujourd’hui est là.</translation>
        </message>
        <message>
            <source>Winding down</source>
            <translation>La journée se termine</translation>
        </message>
        <message>
            <source>Your settings are in order again.</source>
            <translation>Vos réglages sont de nouveau valables.</translation>
        </message>
        <message>
            <source>Your settings file needs mending</source>
            <translation>Votre fichier de réglages n’est pas valable</translation>
        </message>
        <message>
            <source>{place}: {what} Until it is mended, the last good settings stay in force.</source>
            <translation>{place} : {what} En attendant la correction, les derniers réglages valables restent en vigueur.</translation>
        </message>
    </context>
    <context>
        <name>cli</name>
        <message>
            <source>--managed goes with “install” or “remove”.</source>
            <translation>--managed va avec « install » ou « remove ».</translation>
        </message>
        <message>
            <source>--to comes after --from.</source>
            <translation>--to vient après --from.</translation>
        </message>
        <message>
            <source>/{folder}: an administrator's own policies say there which sites are closed; Rideau leaves them alone.</source>
            <translation>/{folder} : des règles de l’administration y disent déjà quels sites sont fermés ; Rideau n’y touche pas.</translation>
        </message>
        <message>
            <source>10m</source>
            <translation>10m</translation>
        </message>
        <message>
            <source>50m | pause | resume | stop</source>
            <translation>50m | pause | resume | stop</translation>
        </message>
        <message>
            <source>An administrator is asked once. Afterwards whoever sits at the screen can close sites so, or</source>
            <translation>L’accord de l’administration est demandé une fois. Ensuite, qui est à l’écran peut fermer des sites, ou</translation>
        </message>
        <message>
            <source>Ask for less at a time.</source>
            <translation>Demandez-en moins à la fois.</translation>
        </message>
        <message>
            <source>Browsers are not set up yet on this system.</source>
            <translation>Les navigateurs ne sont pas encore pris en charge sur ce système.</translation>
        </message>
        <message>
            <source>Browsers start this for Rideau's extension; “rideau browsers install” tells them to.</source>
            <translation>Ce sont les navigateurs qui lancent ceci, pour l’extension de Rideau ; « rideau browsers install » le leur demande.</translation>
        </message>
        <message>
            <source>Browsers that are open now may notice at their next start only.</source>
            <translation>Les navigateurs ouverts en ce moment ne s’en apercevront peut-être qu’à leur prochain démarrage.</translation>
        </message>
        <message>
            <source>COMMAND</source>
            <translation>COMMANDE</translation>
        </message>
        <message>
            <source>COUNTRY</source>
            <translation>PAYS</translation>
        </message>
        <message>
            <source>Called off. Nothing was opened, and no key was used.</source>
            <translation>C’est annulé. Rien n’a été ouvert, et aucune clé n’a servi.</translation>
        </message>
        <message>
            <source>Ctrl+C leaves it as it is.</source>
            <translation>Ctrl+C laisse tout en l’état.</translation>
        </message>
        <message>
            <source>Erased, but for this: {what}</source>
            <translation>Effacé, sauf ceci : {what}</translation>
        </message>
        <message>
            <source>Everything is as it was.</source>
            <translation>Tout est comme avant.</translation>
        </message>
        <message>
            <source>Everything is erased, and all that Rideau changed is as it was.</source>
            <translation>Tout est effacé, et tout ce que Rideau avait modifié est comme avant.</translation>
        </message>
        <message>
            <source>Exported to {file}: {what}.</source>
            <translation>Exporté dans {file} : {what}.</translation>
        </message>
        <message>
            <source>FILE</source>
            <translation>FICHIER</translation>
        </message>
        <message>
            <source>Firefox ESR gets the extension, and will then take other extensions that nobody signed, too.</source>
            <translation>Firefox ESR reçoit l’extension, et acceptera alors aussi d’autres extensions que personne n’a signées.</translation>
        </message>
        <message>
            <source>Firefox ESR has the extension from its next start on.</source>
            <translation>Firefox ESR aura l’extension à son prochain démarrage.</translation>
        </message>
        <message>
            <source>Firefox ESR lets go of the extension at its next start; other people remove it in theirs.</source>
            <translation>Firefox ESR se défait de l’extension à son prochain démarrage ; les autres personnes la retirent du leur.</translation>
        </message>
        <message>
            <source>Firefox has policies of somebody else's about the same, so Rideau leaves it alone.</source>
            <translation>Firefox a déjà des règles d’un autre sur ce sujet : Rideau n’y touche pas.</translation>
        </message>
        <message>
            <source>Imported: {what}. What was here before is kept in {file}.</source>
            <translation>Importé : {what}. Ce qui était là avant est gardé dans {file}.</translation>
        </message>
        <message>
            <source>Install Firefox or Chromium, then try again.</source>
            <translation>Installez Firefox ou Chromium, puis réessayez.</translation>
        </message>
        <message>
            <source>Install it from your distribution's own packages, or name another with --browser.</source>
            <translation>Installez-le depuis les paquets de votre distribution, ou nommez-en un autre avec --browser.</translation>
        </message>
        <message>
            <source>Installed apps are not looked for yet on this system.</source>
            <translation>Sur ce système, les applications installées ne sont pas encore cherchées.</translation>
        </message>
        <message>
            <source>Installed are: {browsers}.</source>
            <translation>Sont installés : {browsers}.</translation>
        </message>
        <message>
            <source>It is in place.</source>
            <translation>C’est en place.</translation>
        </message>
        <message>
            <source>Keeps your working hours, gently.</source>
            <translation>Garde vos horaires de travail, en douceur.</translation>
        </message>
        <message>
            <source>Managed policies close sites in every browser of this machine, for all who use it.</source>
            <translation>Les règles d’administration ferment des sites dans tous les navigateurs de cette machine, pour tout le monde.</translation>
        </message>
        <message>
            <source>NAME</source>
            <translation>NOM</translation>
        </message>
        <message>
            <source>Name a file that is not there.</source>
            <translation>Nommez un fichier qui n’existe pas encore.</translation>
        </message>
        <message>
            <source>Name a settings file.</source>
            <translation>Indiquez un fichier de réglages.</translation>
        </message>
        <message>
            <source>New passphrase: </source>
            <translation>Nouvelle phrase secrète : </translation>
        </message>
        <message>
            <source>No browser called “{name}” is installed here.</source>
            <translation>Aucun navigateur appelé « {name} » n’est installé ici.</translation>
        </message>
        <message>
            <source>No browser that Rideau knows is installed here.</source>
            <translation>Aucun navigateur que Rideau connaisse n’est installé ici.</translation>
        </message>
        <message>
            <source>No passphrase was typed.</source>
            <translation>Aucune phrase secrète n’a été saisie.</translation>
        </message>
        <message>
            <source>Nothing changed; try again.</source>
            <translation>Rien n’a changé ; réessayez.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Rien n’a été modifié.</translation>
        </message>
        <message>
            <source>Nothing was there.</source>
            <translation>Il n’y avait rien.</translation>
        </message>
        <message>
            <source>Once more: </source>
            <translation>Encore une fois : </translation>
        </message>
        <message>
            <source>Passphrase: </source>
            <translation>Phrase secrète : </translation>
        </message>
        <message>
            <source>Personal</source>
            <translation>Personnel</translation>
        </message>
        <message>
            <source>Private windows are included; pages that are open already, and what they load, are not.</source>
            <translation>Les fenêtres privées sont comprises ; pas les pages déjà ouvertes, ni ce qu’elles chargent.</translation>
        </message>
        <message>
            <source>Rideau does not start at login.</source>
            <translation>Rideau ne démarre pas à l’ouverture de session.</translation>
        </message>
        <message>
            <source>Rideau has ended; everything is as it was.</source>
            <translation>Rideau est arrêté ; tout est comme avant.</translation>
        </message>
        <message>
            <source>Rideau knows no numbers for “{country}”, only for {known}.</source>
            <translation>Rideau ne connaît pas de numéros pour « {country} », seulement pour {known}.</translation>
        </message>
        <message>
            <source>Rideau starts at login.</source>
            <translation>Rideau démarre à l’ouverture de session.</translation>
        </message>
        <message>
            <source>TARGET</source>
            <translation>CIBLE</translation>
        </message>
        <message>
            <source>TEXT</source>
            <translation>TEXTE</translation>
        </message>
        <message>
            <source>TIME</source>
            <translation>MOMENT</translation>
        </message>
        <message>
            <source>That is more than ten years.</source>
            <translation>Cela fait plus de dix ans.</translation>
        </message>
        <message>
            <source>That is no text.</source>
            <translation>Ce n’est pas du texte.</translation>
        </message>
        <message>
            <source>The browsers for work and for your private life are out of your menu.</source>
            <translation>Les navigateurs du travail et de la vie privée ont quitté votre menu.</translation>
        </message>
        <message>
            <source>The emergency exit opens for half an hour, and needs no passphrase.</source>
            <translation>L’issue de secours ouvre pour une demi-heure, sans phrase secrète.</translation>
        </message>
        <message>
            <source>The passphrase is not in it: it stays in your keyring.</source>
            <translation>La phrase secrète n’y est pas : elle reste dans votre trousseau.</translation>
        </message>
        <message>
            <source>There is something else at {file} already.</source>
            <translation>Il y a déjà autre chose à {file}.</translation>
        </message>
        <message>
            <source>These were not the same.</source>
            <translation>Les deux saisies diffèrent.</translation>
        </message>
        <message>
            <source>This erases your settings, your own networks and the journal from this computer, for good.</source>
            <translation>Cela efface vos réglages, vos propres réseaux et le journal de cet ordinateur, pour de bon.</translation>
        </message>
        <message>
            <source>URL</source>
            <translation>URL</translation>
        </message>
        <message>
            <source>Until the next opening a login starts it all the same.</source>
            <translation>Jusqu’à la prochaine ouverture, l’ouverture de session le lance quand même.</translation>
        </message>
        <message>
            <source>WORD</source>
            <translation>MOT</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>Travail</translation>
        </message>
        <message>
            <source>Write it as 2026-06-20, 2026-06-20T14:00 or 2026-06-20T14:00+02:00.</source>
            <translation>Écrivez-le 2026-06-20, 2026-06-20T14:00 ou 2026-06-20T14:00+02:00.</translation>
        </message>
        <message>
            <source>Write it as https://example.org/page, or example.org.</source>
            <translation>Écrivez-la ainsi : https://example.org/page, ou example.org.</translation>
        </message>
        <message>
            <source>Write it with its unit: 10m, 1h30m or 90s.</source>
            <translation>Écrivez-la avec son unité : 10m, 1h30m ou 90s.</translation>
        </message>
        <message>
            <source>Your menu has a browser for work and one for your private life now.</source>
            <translation>Votre menu a maintenant un navigateur pour le travail et un pour votre vie privée.</translation>
        </message>
        <message>
            <source>a date, or a date and time</source>
            <translation>une date, ou une date et une heure</translation>
        </message>
        <message>
            <source>an address, a host or the id of an app</source>
            <translation>une adresse, un hôte ou l’identifiant d’une application</translation>
        </message>
        <message>
            <source>another file than your own</source>
            <translation>un autre fichier que le vôtre</translation>
        </message>
        <message>
            <source>another time than now</source>
            <translation>un autre moment que maintenant</translation>
        </message>
        <message>
            <source>argument %(argument_name)s: %(message)s</source>
            <translation>argument %(argument_name)s : %(message)s</translation>
        </message>
        <message>
            <source>ask for the passphrase, which opens the lock, too</source>
            <translation>demander la phrase secrète, qui ouvre aussi le verrou</translation>
        </message>
        <message>
            <source>at that page</source>
            <translation>à cette page</translation>
        </message>
        <message>
            <source>but for what you had it install in your browsers and menu</source>
            <translation>sauf ce que vous lui avez fait installer dans vos navigateurs et votre menu</translation>
        </message>
        <message>
            <source>by managed policies, for every user of this machine; asks for an administrator</source>
            <translation>par des règles d’administration, pour tout le monde sur cette machine ; demande l’accord de l’administration</translation>
        </message>
        <message>
            <source>check this installation</source>
            <translation>vérifier cette installation</translation>
        </message>
        <message>
            <source>close now</source>
            <translation>fermer maintenant</translation>
        </message>
        <message>
            <source>commands</source>
            <translation>commandes </translation>
        </message>
        <message>
            <source>end the app, putting everything back first</source>
            <translation>arrêter Rideau, après avoir tout remis en place</translation>
        </message>
        <message>
            <source>every network that is known, yours included</source>
            <translation>tous les réseaux connus, les vôtres compris</translation>
        </message>
        <message>
            <source>expected one argument</source>
            <translation>une valeur est attendue</translation>
        </message>
        <message>
            <source>findahelpline.com knows lines in more than 130 countries.</source>
            <translation>findahelpline.com connaît des lignes d’écoute dans plus de 130 pays.</translation>
        </message>
        <message>
            <source>for how long; 10m when left out</source>
            <translation>pour combien de temps ; 10m par défaut</translation>
        </message>
        <message>
            <source>for how long; 50m when left out</source>
            <translation>pour combien de temps ; 50m par défaut</translation>
        </message>
        <message>
            <source>go back to the schedule</source>
            <translation>revenir aux horaires</translation>
        </message>
        <message>
            <source>ignored explicit argument %r</source>
            <translation>la valeur %r n’a pas lieu d’être</translation>
        </message>
        <message>
            <source>invalid choice: %(value)r (choose from %(choices)s)</source>
            <translation>%(value)r n’est pas possible (au choix : %(choices)s)</translation>
        </message>
        <message>
            <source>later than --from</source>
            <translation>après --from</translation>
        </message>
        <message>
            <source>leave out what is older</source>
            <translation>laisser de côté ce qui est plus ancien</translation>
        </message>
        <message>
            <source>none starts the app, or shows its window</source>
            <translation>sans commande, Rideau se lance ou montre sa fenêtre</translation>
        </message>
        <message>
            <source>not where that takes a wait</source>
            <translation>pas là où il faudrait attendre</translation>
        </message>
        <message>
            <source>open a page in your work or personal profile</source>
            <translation>ouvrir une page dans votre profil de travail ou de vie privée</translation>
        </message>
        <message>
            <source>open for a moment outside your hours</source>
            <translation>ouvrir un moment en dehors de vos horaires</translation>
        </message>
        <message>
            <source>open what was closed so, without a password; nothing else is allowed by it.</source>
            <translation>rouvrir ce qui a été fermé ainsi, sans mot de passe ; rien d’autre n’est permis par là.</translation>
        </message>
        <message>
            <source>options</source>
            <translation>options </translation>
        </message>
        <message>
            <source>people to turn to when things are hard</source>
            <translation>à qui parler quand c’est difficile</translation>
        </message>
        <message>
            <source>positional arguments</source>
            <translation>arguments </translation>
        </message>
        <message>
            <source>print one JSON document for scripts</source>
            <translation>afficher un document JSON, pour les scripts</translation>
        </message>
        <message>
            <source>print the version and exit</source>
            <translation>afficher la version et s’arrêter là</translation>
        </message>
        <message>
            <source>put back everything that Rideau ever changed</source>
            <translation>remettre en place tout ce que Rideau a changé</translation>
        </message>
        <message>
            <source>put everything back, then erase all that is yours</source>
            <translation>tout remettre en place, puis effacer tout ce qui est à vous</translation>
        </message>
        <message>
            <source>put in place what such a file holds</source>
            <translation>mettre en place ce que contient un tel fichier</translation>
        </message>
        <message>
            <source>read settings from elsewhere</source>
            <translation>lire les réglages ailleurs</translation>
        </message>
        <message>
            <source>show the last tip again, or another one</source>
            <translation>remontrer la dernière carte, ou une autre</translation>
        </message>
        <message>
            <source>show the window of the settings</source>
            <translation>afficher la fenêtre des réglages</translation>
        </message>
        <message>
            <source>show this help message and exit</source>
            <translation>afficher cette aide et s’arrêter là</translation>
        </message>
        <message>
            <source>start a focus session, pause it, go on, or stop it</source>
            <translation>commencer une séance de concentration, la suspendre, la reprendre ou l’arrêter</translation>
        </message>
        <message>
            <source>start at login, or not</source>
            <translation>démarrer à l’ouverture de session, ou non</translation>
        </message>
        <message>
            <source>the apps of your menu, and the network of each</source>
            <translation>les applications de votre menu, et le réseau de chacune</translation>
        </message>
        <message>
            <source>the assistant of the first start again</source>
            <translation>l’assistant du premier démarrage, à nouveau</translation>
        </message>
        <message>
            <source>the browser profile that asks</source>
            <translation>le profil du navigateur qui demande</translation>
        </message>
        <message>
            <source>the following arguments are required: %s</source>
            <translation>il manque : %s</translation>
        </message>
        <message>
            <source>the id of a browser, as “rideau browsers” names it</source>
            <translation>l’identifiant d’un navigateur, tel que « rideau browsers » le nomme</translation>
        </message>
        <message>
            <source>the last one, away with it, one that fits now, or all of them</source>
            <translation>la dernière, la ranger, une qui convient maintenant, ou toutes</translation>
        </message>
        <message>
            <source>the page; a new tab when left out</source>
            <translation>la page ; sans elle, un nouvel onglet</translation>
        </message>
        <message>
            <source>the passphrase of the lock, yours or a friend's</source>
            <translation>la phrase secrète du verrou, la vôtre ou celle d’un proche</translation>
        </message>
        <message>
            <source>the phases between two times</source>
            <translation>les phases entre deux moments</translation>
        </message>
        <message>
            <source>the small ritual before closing</source>
            <translation>le petit rituel avant la fermeture</translation>
        </message>
        <message>
            <source>the way in that the lock leaves: after ten minutes of waiting, for half an hour</source>
            <translation>l’issue que laisse le verrou : après dix minutes d’attente, pour une demi-heure</translation>
        </message>
        <message>
            <source>three questions on how work goes, for you alone</source>
            <translation>trois questions sur votre travail, pour vous seulement</translation>
        </message>
        <message>
            <source>two letters, such as FR</source>
            <translation>deux lettres, comme FR</translation>
        </message>
        <message>
            <source>unrecognized arguments: %s</source>
            <translation>arguments inconnus : %s</translation>
        </message>
        <message>
            <source>until then; until the next opening when left out</source>
            <translation>jusqu’à quand ; par défaut jusqu’à la prochaine ouverture</translation>
        </message>
        <message>
            <source>usage: </source>
            <translation>usage : </translation>
        </message>
        <message>
            <source>what browsers start; not for you</source>
            <translation>ce que lancent les navigateurs ; pas vous</translation>
        </message>
        <message>
            <source>what happened</source>
            <translation>ce qui s’est passé</translation>
        </message>
        <message>
            <source>what happens to a site or an app, and why</source>
            <translation>ce qui arrive à un site ou à une application, et pourquoi</translation>
        </message>
        <message>
            <source>what is in place in each of your browsers</source>
            <translation>ce qui est en place dans chacun de vos navigateurs</translation>
        </message>
        <message>
            <source>what is so now, why, and until when</source>
            <translation>ce qu’il en est, pourquoi, et jusqu’à quand</translation>
        </message>
        <message>
            <source>what is wrong with settings</source>
            <translation>ce qui ne va pas dans vos réglages</translation>
        </message>
        <message>
            <source>what it is for; an emergency needs none</source>
            <translation>pour quoi faire ; une urgence s’en passe</translation>
        </message>
        <message>
            <source>what the browser says; not used</source>
            <translation>ce que dit le navigateur ; sans usage</translation>
        </message>
        <message>
            <source>what went well, a line each</source>
            <translation>ce qui a bien marché, une ligne à chaque fois</translation>
        </message>
        <message>
            <source>what works on this machine, and what to do where it does not</source>
            <translation>ce qui fonctionne sur cette machine, et que faire sinon</translation>
        </message>
        <message>
            <source>what “rideau export” wrote</source>
            <translation>ce que « rideau export » a écrit</translation>
        </message>
        <message>
            <source>where to, such as rideau.zip</source>
            <translation>où l’écrire, par exemple rideau.zip</translation>
        </message>
        <message>
            <source>write everything that is yours into one file</source>
            <translation>écrire tout ce qui est à vous dans un seul fichier</translation>
        </message>
        <message>
            <source>yes, for good; without it nothing happens</source>
            <translation>oui, pour de bon ; sans cela, rien ne se passe</translation>
        </message>
        <message>
            <source>{browser} could not be started: {why}.</source>
            <translation>{browser} n’a pas pu démarrer : {why}.</translation>
        </message>
        <message>
            <source>{browser} is walled in by its package, so it can't have a second profile of Rideau's.</source>
            <translation>{browser} est enfermé par son paquet : Rideau ne peut pas lui faire un second profil.</translation>
        </message>
        <message>
            <source>{browser}: everything is as it was.</source>
            <translation>{browser} : tout est comme avant.</translation>
        </message>
        <message>
            <source>{browser}: everything is in place already.</source>
            <translation>{browser} : tout est déjà en place.</translation>
        </message>
        <message>
            <source>{browser}: nothing can be put there, its sandbox lets the extension reach no program outside.</source>
            <translation>{browser} : rien ne peut y être placé, son bac à sable ne laisse l’extension joindre aucun programme au-dehors.</translation>
        </message>
        <message>
            <source>{browser}: nothing was there.</source>
            <translation>{browser} : il n’y avait rien.</translation>
        </message>
        <message>
            <source>{browser}: the extension can reach Rideau now.</source>
            <translation>{browser} : l’extension peut maintenant joindre Rideau.</translation>
        </message>
        <message>
            <source>{file} is in order.</source>
            <translation>{file} est valable.</translation>
        </message>
        <message>
            <source>{problem}. “{program} --help” says what can be asked.</source>
            <translation>{problem}. « {program} --help » dit ce qui peut être demandé.</translation>
        </message>
        <message>
            <source>“rideau browsers remove --managed” takes everything away again.</source>
            <translation>« rideau browsers remove --managed » retire le tout.</translation>
        </message>
        <message>
            <source>“rideau browsers” alone lists everything.</source>
            <translation>« rideau browsers » seul montre tout.</translation>
        </message>
        <message>
            <source>“rideau erase --yes” does it; “rideau export FILE” keeps a copy first.</source>
            <translation>« rideau erase --yes » le fait ; « rideau export FICHIER » en garde d’abord une copie.</translation>
        </message>
        <message>
            <source>“{said}” is not a length of time.</source>
            <translation>« {said} » n’est pas une durée.</translation>
        </message>
        <message>
            <source>“{said}” is not a time in ISO 8601.</source>
            <translation>« {said} » n’est pas un moment au format ISO 8601.</translation>
        </message>
        <message>
            <source>“{said}” is not a web address.</source>
            <translation>« {said} » n’est pas une adresse web.</translation>
        </message>
    </context>
    <context>
        <name>domain</name>
        <message>
            <source>A file could not be used</source>
            <translation>Un fichier n’a pas pu être utilisé</translation>
        </message>
        <message>
            <source>A good deal</source>
            <translation>Pas mal</translation>
        </message>
        <message>
            <source>A little</source>
            <translation>Un peu</translation>
        </message>
        <message>
            <source>A site is empty.</source>
            <translation>Un site est vide.</translation>
        </message>
        <message>
            <source>About half</source>
            <translation>La moitié à peu près</translation>
        </message>
        <message>
            <source>At the end of a working day, what is left in the lamp?</source>
            <translation>En fin de journée, que reste-t-il dans la lampe ?</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Fermé</translation>
        </message>
        <message>
            <source>Far off</source>
            <translation>Très loin</translation>
        </message>
        <message>
            <source>Give a web address, a host or the id of an app.</source>
            <translation>Donnez une adresse web, un hôte ou l’identifiant d’une application.</translation>
        </message>
        <message>
            <source>Half the time</source>
            <translation>Une fois sur deux</translation>
        </message>
        <message>
            <source>Hardly a glow</source>
            <translation>À peine une lueur</translation>
        </message>
        <message>
            <source>Hardly ever</source>
            <translation>Presque jamais</translation>
        </message>
        <message>
            <source>How near the work feels</source>
            <translation>La proximité avec le travail</translation>
        </message>
        <message>
            <source>In an emergency: “rideau open --emergency”; it takes ten minutes.</source>
            <translation>En cas d’urgence : « rideau open --emergency » ; cela prend dix minutes.</translation>
        </message>
        <message>
            <source>In between</source>
            <translation>Entre les deux</translation>
        </message>
        <message>
            <source>Leave it out.</source>
            <translation>Retirez-le.</translation>
        </message>
        <message>
            <source>Leave out everything from the “?” or “#” on.</source>
            <translation>Retirez tout à partir de « ? » ou de « # ».</translation>
        </message>
        <message>
            <source>Leave out everything up to “//”.</source>
            <translation>Retirez tout jusqu’à « // ».</translation>
        </message>
        <message>
            <source>Near</source>
            <translation>Proche</translation>
        </message>
        <message>
            <source>Nearly always</source>
            <translation>Presque toujours</translation>
        </message>
        <message>
            <source>No hours stand here yet. Write them as 10:00-16:00.</source>
            <translation>Aucun horaire ici pour l’instant. Écrivez par exemple 10:00-16:00.</translation>
        </message>
        <message>
            <source>Now and then</source>
            <translation>De temps en temps</translation>
        </message>
        <message>
            <source>Often</source>
            <translation>Souvent</translation>
        </message>
        <message>
            <source>Plenty</source>
            <translation>Beaucoup</translation>
        </message>
        <message>
            <source>Rather far</source>
            <translation>Plutôt loin</translation>
        </message>
        <message>
            <source>Rather near</source>
            <translation>Plutôt proche</translation>
        </message>
        <message>
            <source>Rideau is not running</source>
            <translation>Rideau n’est pas lancé</translation>
        </message>
        <message>
            <source>Something did not work</source>
            <translation>Quelque chose n’a pas marché</translation>
        </message>
        <message>
            <source>That day has an exception already.</source>
            <translation>Ce jour a déjà une exception.</translation>
        </message>
        <message>
            <source>The desktop does not answer</source>
            <translation>Le bureau ne répond pas</translation>
        </message>
        <message>
            <source>The keyring does not answer</source>
            <translation>Le trousseau ne répond pas</translation>
        </message>
        <message>
            <source>The rule for “{app}” would reach {count} processes at once, so it is left aside. Look at the apps of “{network}” in your settings: one of them names too much.</source>
            <translation>La règle pour « {app} » toucherait {count} processus d’un coup, elle est donc laissée de côté. Regardez les applications du réseau « {network} » dans vos réglages : l’une d’elles en désigne trop.</translation>
        </message>
        <message>
            <source>The rule for “{app}” would reach “{program}”: {why}. It is left aside, whole. Take it out of the apps of “{network}” in your settings, or name the app's own file.</source>
            <translation>La règle pour « {app} » toucherait « {program} » : {why}. Elle est laissée de côté, en entier. Retirez-la des applications du réseau « {network} » dans vos réglages, ou désignez le fichier propre à l’application.</translation>
        </message>
        <message>
            <source>There is no host in this address.</source>
            <translation>Il n’y a pas d’hôte dans cette adresse.</translation>
        </message>
        <message>
            <source>This leave ends before it starts.</source>
            <translation>Ce congé finit avant de commencer.</translation>
        </message>
        <message>
            <source>This was not understood</source>
            <translation>Cela n’a pas été compris</translation>
        </message>
        <message>
            <source>What is left in the evening</source>
            <translation>Ce qu’il reste le soir</translation>
        </message>
        <message>
            <source>What you do: how often do you see something come of it?</source>
            <translation>Ce que vous faites : en voyez-vous souvent naître quelque chose ?</translation>
        </message>
        <message>
            <source>What you see come of it</source>
            <translation>Ce que vous en voyez naître</translation>
        </message>
        <message>
            <source>Write a host, “example.com”, or a host and a path.</source>
            <translation>Écrivez un hôte, « example.com », ou un hôte et un chemin.</translation>
        </message>
        <message>
            <source>Write one like “example.com”.</source>
            <translation>Écrivez-en une comme « example.com ».</translation>
        </message>
        <message>
            <source>Write the whole name: “example.com”.</source>
            <translation>Écrivez le nom entier : « example.com ».</translation>
        </message>
        <message>
            <source>Write “example.com” instead of “*.example.com”.</source>
            <translation>Écrivez « example.com » au lieu de « *.example.com ».</translation>
        </message>
        <message>
            <source>Your work: does it feel far off, or near?</source>
            <translation>Votre travail : le sentez-vous loin de vous, ou proche ?</translation>
        </message>
        <message>
            <source>it is Rideau, or runs Rideau</source>
            <translation>c’est Rideau, ou ce qui le fait tourner</translation>
        </message>
        <message>
            <source>it is a browser, which everything on the web shares</source>
            <translation>c’est un navigateur, que tout le web partage</translation>
        </message>
        <message>
            <source>it is a part of the desktop session</source>
            <translation>cela fait partie de la session du bureau</translation>
        </message>
        <message>
            <source>it is a part of the kernel</source>
            <translation>cela fait partie du noyau</translation>
        </message>
        <message>
            <source>it is a terminal</source>
            <translation>c’est un terminal</translation>
        </message>
        <message>
            <source>it is an editor, and may hold unsaved work</source>
            <translation>c’est un éditeur, où un travail n’est peut-être pas enregistré</translation>
        </message>
        <message>
            <source>it is another user's</source>
            <translation>c’est à quelqu’un d’autre</translation>
        </message>
        <message>
            <source>it is the system's first process</source>
            <translation>c’est le premier processus du système</translation>
        </message>
        <message>
            <source>it only runs what others wrote, and much of the desktop needs it</source>
            <translation>il ne fait qu’exécuter ce que d’autres ont écrit, et une bonne part du bureau en a besoin</translation>
        </message>
        <message>
            <source>it runs in a terminal</source>
            <translation>cela tourne dans un terminal</translation>
        </message>
        <message>
            <source>{found} ends when it starts. For a day off, write [].</source>
            <translation>{found} finit au moment où elle commence. Pour un jour de repos, écrivez [].</translation>
        </message>
        <message>
            <source>{found} is not a time range. Write it as 09:00-12:30.</source>
            <translation>{found} n’est pas une plage horaire. Écrivez-la 09:00-12:30.</translation>
        </message>
        <message>
            <source>{found} starts at 24:00, which is only an end. Write 00:00 on the next day.</source>
            <translation>{found} commence à 24:00, qui ne peut être qu’une fin. Écrivez 00:00 le jour suivant.</translation>
        </message>
        <message>
            <source>{time} in {found} is no time. A day goes from 00:00 to 24:00.</source>
            <translation>Dans {found}, {time} n’est pas une heure. Un jour va de 00:00 à 24:00.</translation>
        </message>
        <message>
            <source>“{host}” ends in a number and is not an IPv4 address.</source>
            <translation>« {host} » finit par un nombre et n’est pas une adresse IPv4.</translation>
        </message>
        <message>
            <source>“{host}” has a character that no host name can have.</source>
            <translation>« {host} » contient un caractère interdit dans un nom d’hôte.</translation>
        </message>
        <message>
            <source>“{host}” has two dots in a row, or begins with one.</source>
            <translation>« {host} » a deux points de suite, ou commence par un point.</translation>
        </message>
        <message>
            <source>“{host}” is longer than a host name can be.</source>
            <translation>« {host} » est trop long pour un nom d’hôte.</translation>
        </message>
        <message>
            <source>“{host}” is not an IPv6 address.</source>
            <translation>« {host} » n’est pas une adresse IPv6.</translation>
        </message>
        <message>
            <source>“{range}” overlaps “{other}” on the same day.</source>
            <translation>« {range} » chevauche « {other} » le même jour.</translation>
        </message>
        <message>
            <source>“{scheme}:” addresses are not sites.</source>
            <translation>Les adresses en « {scheme}: » ne sont pas des sites.</translation>
        </message>
        <message>
            <source>“{site}” has a port; a site is told by its host.</source>
            <translation>« {site} » a un port ; un site se reconnaît à son hôte.</translation>
        </message>
        <message>
            <source>“{site}” has a query or a fragment; a site is told by host and path.</source>
            <translation>« {site} » a des paramètres ou un fragment ; un site se reconnaît à son hôte et à son chemin.</translation>
        </message>
        <message>
            <source>“{site}” has a user name before the host.</source>
            <translation>« {site} » a un nom de compte avant l’hôte.</translation>
        </message>
        <message>
            <source>“{site}” has a “*” in the host; a host always includes its subdomains.</source>
            <translation>« {site} » a une « * » dans l’hôte ; un hôte comprend toujours ses sous-domaines.</translation>
        </message>
        <message>
            <source>“{site}” has no dot; alone it would mean every site that ends so.</source>
            <translation>« {site} » n’a pas de point ; seul, il désignerait tous les sites qui finissent ainsi.</translation>
        </message>
        <message>
            <source>“{site}” names a scheme.</source>
            <translation>« {site} » commence par un protocole.</translation>
        </message>
    </context>
    <context>
        <name>ports</name>
        <message>
            <source>Run “rideau validate” to see every place.</source>
            <translation>Lancez « rideau validate » pour voir chaque endroit.</translation>
        </message>
        <message>
            <source>These settings need mending</source>
            <translation>Ces réglages ne sont pas valables</translation>
        </message>
        <message>
            <source>This file can't be imported</source>
            <translation>Ce fichier ne peut pas être importé</translation>
        </message>
        <message>
            <source>{where}: {what}</source>
            <translation>{where} : {what}</translation>
        </message>
    </context>
    <context>
        <name>services</name>
        <message>
            <source>A focus session belongs inside work hours, and the shop is closed.</source>
            <translation>Une séance de concentration a sa place pendant les heures de travail, et la boutique est fermée.</translation>
        </message>
        <message>
            <source>A key is for at least {minutes} minutes.</source>
            <translation>Une clé vaut pour {minutes} minutes au moins.</translation>
        </message>
        <message>
            <source>A key is for at most {minutes} minutes.</source>
            <translation>Une clé vaut pour {minutes} minutes au plus.</translation>
        </message>
        <message>
            <source>A passphrase has at least {count} characters.</source>
            <translation>Une phrase secrète compte au moins {count} caractères.</translation>
        </message>
        <message>
            <source>A reason is needed to open outside your hours.</source>
            <translation>Il faut une raison pour ouvrir en dehors de vos horaires.</translation>
        </message>
        <message>
            <source>Another hand has changed something here since; that stays as it is now.</source>
            <translation>Entre-temps, une autre main a modifié quelque chose à cet endroit ; cela reste tel quel.</translation>
        </message>
        <message>
            <source>Ask again; nothing was counted.</source>
            <translation>Demandez de nouveau ; rien n’a été compté.</translation>
        </message>
        <message>
            <source>Ask for less; it can be used again.</source>
            <translation>Demandez moins ; elle peut resservir.</translation>
        </message>
        <message>
            <source>Ask for more; “rideau resume” closes again before that.</source>
            <translation>Demandez davantage ; « rideau resume » referme avant.</translation>
        </message>
        <message>
            <source>Change it in that file.</source>
            <translation>Modifiez-le dans ce fichier.</translation>
        </message>
        <message>
            <source>Erase it when it is open, or end Rideau with “rideau quit” first.</source>
            <translation>Effacez pendant l’ouverture, ou arrêtez d’abord Rideau avec « rideau quit ».</translation>
        </message>
        <message>
            <source>It failed just now; it is tried again at the next change.</source>
            <translation>Cela vient d’échouer ; nouvel essai au prochain changement.</translation>
        </message>
        <message>
            <source>It is closed until {time}; the passphrase can be changed then.</source>
            <translation>C’est fermé jusqu’à {time} ; la phrase secrète pourra se changer à ce moment-là.</translation>
        </message>
        <message>
            <source>It is open already.</source>
            <translation>C’est déjà ouvert.</translation>
        </message>
        <message>
            <source>Name a time to come.</source>
            <translation>Indiquez un moment à venir.</translation>
        </message>
        <message>
            <source>No focus session runs now.</source>
            <translation>Aucune séance de concentration n’est en cours.</translation>
        </message>
        <message>
            <source>No passphrase is set, so the lock holds.</source>
            <translation>Aucune phrase secrète n’est définie : le verrou tient.</translation>
        </message>
        <message>
            <source>Not yet: {count} s are left.</source>
            <translation>Pas encore : il reste {count} s.</translation>
        </message>
        <message>
            <source>Rideau was stopped while it kept something closed, and goes on with that when it starts.</source>
            <translation>Rideau a été arrêté alors qu’il tenait quelque chose fermé, et reprendra au prochain démarrage.</translation>
        </message>
        <message>
            <source>Say in a few words what it is for.</source>
            <translation>Dites en quelques mots pour quoi faire.</translation>
        </message>
        <message>
            <source>Say it again within 10 minutes to confirm.</source>
            <translation>Redites-le dans les 10 minutes pour confirmer.</translation>
        </message>
        <message>
            <source>Set it anew when it is open.</source>
            <translation>Définissez-la de nouveau quand c’est ouvert.</translation>
        </message>
        <message>
            <source>Start it at the next opening.</source>
            <translation>Commencez-la à la prochaine ouverture.</translation>
        </message>
        <message>
            <source>Start one first.</source>
            <translation>Commencez-en une d’abord.</translation>
        </message>
        <message>
            <source>That is not the passphrase. The next try is in {count} s.</source>
            <translation>Ce n’est pas la phrase secrète. Prochain essai dans {count} s.</translation>
        </message>
        <message>
            <source>That key is no longer waiting.</source>
            <translation>Cette clé n’attend plus.</translation>
        </message>
        <message>
            <source>That time is already past.</source>
            <translation>Ce moment est déjà passé.</translation>
        </message>
        <message>
            <source>The clock was moved by {length}; the opening stays where it was.</source>
            <translation>L’horloge a été déplacée de {length} ; l’ouverture reste où elle était.</translation>
        </message>
        <message>
            <source>The larger allowance holds from {when}.</source>
            <translation>Le temps du jour plus long vaut à partir de {when}.</translation>
        </message>
        <message>
            <source>The lighter breath before entering holds from {when}.</source>
            <translation>Le souffle plus court avant d’entrer vaut à partir de {when}.</translation>
        </message>
        <message>
            <source>The lock came on meanwhile, so the key no longer opens.</source>
            <translation>Le verrou a été mis entre-temps : la clé n’ouvre plus.</translation>
        </message>
        <message>
            <source>The lock is on until {time}.</source>
            <translation>Le verrou tient jusqu’à {time}.</translation>
        </message>
        <message>
            <source>The lock is on, and nothing would open for good.</source>
            <translation>Le verrou est mis, et plus rien n’ouvrirait.</translation>
        </message>
        <message>
            <source>The lock is on, and nothing would open until {time}.</source>
            <translation>Le verrou est mis, et rien n’ouvrirait jusqu’à {time}.</translation>
        </message>
        <message>
            <source>The lock is on.</source>
            <translation>Le verrou est mis.</translation>
        </message>
        <message>
            <source>The lock would last more than 14 days, so it holds as firm does. To have it all the same, close by hand, and say it twice.</source>
            <translation>Le verrou durerait plus de 14 jours : il tient comme le niveau ferme. Pour l’avoir quand même, fermez à la main, et dites-le deux fois.</translation>
        </message>
        <message>
            <source>The longer time to save holds from {when}.</source>
            <translation>Le temps pour enregistrer, plus long, vaut à partir de {when}.</translation>
        </message>
        <message>
            <source>The next try is in {count} s.</source>
            <translation>Prochain essai dans {count} s.</translation>
        </message>
        <message>
            <source>The passphrase can be changed when it is open.</source>
            <translation>La phrase secrète se change quand c’est ouvert.</translation>
        </message>
        <message>
            <source>The settings file was changed elsewhere. This is what it says now.</source>
            <translation>Le fichier de réglages a été modifié ailleurs. Voici ce qu’il dit maintenant.</translation>
        </message>
        <message>
            <source>What the keyring holds is no passphrase of Rideau's.</source>
            <translation>Ce que contient le trousseau n’est pas une phrase secrète de Rideau.</translation>
        </message>
        <message>
            <source>What you changed about networks opens from {when}; what got stricter holds already.</source>
            <translation>Ce que vous avez ouvert dans les réseaux vaut à partir de {when} ; ce qui est plus strict vaut déjà.</translation>
        </message>
        <message>
            <source>You are in another time zone now; your hours follow it from {when}.</source>
            <translation>Vous êtes maintenant dans un autre fuseau horaire ; vos horaires le suivront à partir de {when}.</translation>
        </message>
        <message>
            <source>You closed early with the lock on: it holds until the next opening.</source>
            <translation>Vous avez fermé plus tôt avec le verrou : il tient jusqu’à la prochaine ouverture.</translation>
        </message>
        <message>
            <source>Your browsers' launchers go on leading through Rideau until {when}.</source>
            <translation>Les lanceurs de vos navigateurs passent encore par Rideau jusqu’à {when}.</translation>
        </message>
        <message>
            <source>Your browsers' own profile changes sides from {when}.</source>
            <translation>Le profil d’origine de vos navigateurs change de côté à partir de {when}.</translation>
        </message>
        <message>
            <source>Your new hours hold from {when}; until then the ones before stay in force.</source>
            <translation>Vos nouveaux horaires valent à partir de {when} ; d’ici là, les précédents restent en vigueur.</translation>
        </message>
        <message>
            <source>Your new lock level holds from {when}; until then the one before stays in force.</source>
            <translation>Votre nouveau niveau de verrou vaut à partir de {when} ; d’ici là, le précédent reste en vigueur.</translation>
        </message>
        <message>
            <source>{app} asks about unsaved work; it is left in peace.</source>
            <translation>{app} demande que faire du travail non enregistré ; on n’y touche pas.</translation>
        </message>
        <message>
            <source>{app} closes when your call ends.</source>
            <translation>{app} ferme à la fin de votre appel.</translation>
        </message>
        <message>
            <source>{app} did not close when it was asked to; it is left in peace.</source>
            <translation>{app} ne s’est pas fermé quand on le lui a demandé ; on n’y touche pas.</translation>
        </message>
        <message>
            <source>{app} was open already, and this desktop does not let its windows be closed; it is left in peace.</source>
            <translation>{app} tournait déjà, et ce bureau ne laisse pas fermer ses fenêtres : on n’y touche pas.</translation>
        </message>
        <message>
            <source>{place}: this version does not know how to put back “{kind}”.</source>
            <translation>{place} : cette version ne sait pas remettre en place « {kind} ».</translation>
        </message>
        <message>
            <source>{place}: {why}</source>
            <translation>{place} : {why}</translation>
        </message>
        <message>
            <source>“rideau close” closes it, until a time or the next opening.</source>
            <translation>« rideau close » ferme, jusqu’à une heure dite ou à la prochaine ouverture.</translation>
        </message>
        <message>
            <source>“{place}” is said in a file of your own networks, too, and stays as it says there.</source>
            <translation>« {place} » est dit aussi dans un fichier de vos propres réseaux, et reste comme il y est dit.</translation>
        </message>
    </context>
    <context>
        <name>ui</name>
        <message>
            <source>&amp;Clear the list</source>
            <translation>&amp;Vider la liste</translation>
        </message>
        <message>
            <source>&amp;Close now</source>
            <translation>&amp;Fermer maintenant</translation>
        </message>
        <message>
            <source>&amp;Focus</source>
            <translation>&amp;Concentration</translation>
        </message>
        <message>
            <source>&amp;Go back to my hours</source>
            <translation>&amp;Revenir à mes horaires</translation>
        </message>
        <message>
            <source>&amp;Keep a win…</source>
            <translation>&amp;Garder une victoire…</translation>
        </message>
        <message>
            <source>&amp;Open for a moment…</source>
            <translation>&amp;Ouvrir un moment…</translation>
        </message>
        <message>
            <source>&amp;Quit Rideau</source>
            <translation>&amp;Quitter Rideau</translation>
        </message>
        <message>
            <source>&amp;Resume</source>
            <translation>&amp;Reprendre</translation>
        </message>
        <message>
            <source>&amp;Stop focus</source>
            <translation>&amp;Arrêter la concentration</translation>
        </message>
        <message>
            <source>&amp;Take a pause</source>
            <translation>Faire une &amp;pause</translation>
        </message>
        <message>
            <source>&amp;Wind down…</source>
            <translation>Fi&amp;nir la journée…</translation>
        </message>
        <message>
            <source>(no text)</source>
            <translation>(sans texte)</translation>
        </message>
        <message>
            <source>+5 minutes</source>
            <translation>+5 minutes</translation>
        </message>
        <message>
            <source>A few words, for yourself</source>
            <translation>Quelques mots, pour vous</translation>
        </message>
        <message>
            <source>All right</source>
            <translation>D’accord</translation>
        </message>
        <message>
            <source>Bring back</source>
            <translation>Rouvrir</translation>
        </message>
        <message>
            <source>Bring back {apps}?</source>
            <translation>Rouvrir {apps} ?</translation>
        </message>
        <message>
            <source>Close now</source>
            <translation>Fermer maintenant</translation>
        </message>
        <message>
            <source>Closing time.</source>
            <translation>C’est l’heure de fermer.</translation>
        </message>
        <message>
            <source>Focus, in minutes</source>
            <translation>Concentration, en minutes</translation>
        </message>
        <message>
            <source>For how many minutes?</source>
            <translation>Pour combien de minutes ?</translation>
        </message>
        <message>
            <source>For: {reason}</source>
            <translation>Pour : {reason}</translation>
        </message>
        <message>
            <source>From the menu</source>
            <translation>Depuis le menu</translation>
        </message>
        <message>
            <source>It can still be called off, at no cost.</source>
            <translation>On peut encore y renoncer, sans que cela coûte rien.</translation>
        </message>
        <message>
            <source>It can still be left closed, at no cost.</source>
            <translation>On peut encore laisser fermé, sans que cela coûte rien.</translation>
        </message>
        <message numerus="yes">
            <source>It was closed at closing time.</source>
            <translation>
                <numerusform>L’application a été fermée à l’heure dite.</numerusform>
                <numerusform>Les applications ont été fermées à l’heure dite.</numerusform>
            </translation>
            <extra-po-msgid_plural>They were closed at closing time.</extra-po-msgid_plural>
        </message>
        <message>
            <source>Keep for later</source>
            <translation>Garder pour plus tard</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Plus tard</translation>
        </message>
        <message>
            <source>Leave it closed</source>
            <translation>Laisser fermé</translation>
        </message>
        <message>
            <source>Month after</source>
            <translation>Mois suivant</translation>
        </message>
        <message>
            <source>Month before</source>
            <translation>Mois précédent</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Ensuite</translation>
        </message>
        <message>
            <source>Nothing waited.</source>
            <translation>Rien n’a attendu.</translation>
        </message>
        <message numerus="yes">
            <source>One thing waited</source>
            <translation>
                <numerusform>Un message a attendu</numerusform>
                <numerusform>{count} messages ont attendu</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} things waited</extra-po-msgid_plural>
        </message>
        <message>
            <source>Open for a moment</source>
            <translation>Ouvrir un moment</translation>
        </message>
        <message>
            <source>Open for {length}…</source>
            <translation>Ouvrir {length}…</translation>
        </message>
        <message>
            <source>Open with the passphrase…</source>
            <translation>Ouvrir avec la phrase secrète…</translation>
        </message>
        <message>
            <source>P&amp;laces to turn to…</source>
            <translation>À qui par&amp;ler…</translation>
        </message>
        <message>
            <source>Quit Rideau</source>
            <translation>Quitter Rideau</translation>
        </message>
        <message>
            <source>S&amp;ettings…</source>
            <translation>Réglag&amp;es…</translation>
        </message>
        <message>
            <source>Save your work.</source>
            <translation>Enregistrez votre travail.</translation>
        </message>
        <message numerus="yes">
            <source>Show one more</source>
            <translation>
                <numerusform>En afficher un de plus</numerusform>
                <numerusform>En afficher {count} de plus</numerusform>
            </translation>
            <extra-po-msgid_plural>Show {count} more</extra-po-msgid_plural>
        </message>
        <message>
            <source>Show the last tip</source>
            <translation>Montrer la dernière carte</translation>
        </message>
        <message>
            <source>Show the settings</source>
            <translation>Montrer les réglages</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Rester</translation>
        </message>
        <message>
            <source>Take the time it takes.</source>
            <translation>Prenez le temps qu’il faut.</translation>
        </message>
        <message>
            <source>That is your rule for this phase.</source>
            <translation>C’est votre règle pour cette phase.</translation>
        </message>
        <message>
            <source>The curtain comes back by itself.</source>
            <translation>Le rideau redescendra tout seul.</translation>
        </message>
        <message>
            <source>The lock is on…</source>
            <translation>Le verrou est mis…</translation>
        </message>
        <message>
            <source>The passphrase</source>
            <translation>La phrase secrète</translation>
        </message>
        <message>
            <source>The settings file needs mending; the last good settings stay in force.</source>
            <translation>Le fichier de réglages n’est pas valable ; les derniers réglages valables restent en vigueur.</translation>
        </message>
        <message>
            <source>The settings file needs mending…</source>
            <translation>Le fichier de réglages n’est pas valable…</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>Cette semaine</translation>
        </message>
        <message>
            <source>What is closed opens when Rideau ends, so leaving takes the wait of a key.</source>
            <translation>Ce qui est fermé rouvre quand Rideau s’arrête : quitter demande donc l’attente d’une clé.</translation>
        </message>
        <message>
            <source>What is it for?</source>
            <translation>Pour quoi faire ?</translation>
        </message>
        <message>
            <source>What waited</source>
            <translation>Ce qui a attendu</translation>
        </message>
        <message numerus="yes">
            <source>and {count} more</source>
            <translation>
                <numerusform>et {count} autre</numerusform>
                <numerusform>et {count} autres</numerusform>
            </translation>
            <extra-po-msgid_plural>and {count} more</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{count} minute</source>
            <translation>
                <numerusform>{count} minute</numerusform>
                <numerusform>{count} minutes</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} minutes</extra-po-msgid_plural>
        </message>
        <message>
            <source>{count} things are worth a look: “This computer” in the settings says what.</source>
            <translation>{count} choses méritent un regard : « Cet ordinateur », dans les réglages, dit lesquelles.</translation>
        </message>
        <message>
            <source>{day}: closed.</source>
            <translation>{day} : fermé.</translation>
        </message>
        <message>
            <source>{day}: {hours}.</source>
            <translation>{day} : {hours}.</translation>
        </message>
        <message>
            <source>{network}: {what}</source>
            <translation>{network} : {what}</translation>
        </message>
        <message>
            <source>{phase}: {hours}.</source>
            <translation>{phase} : {hours}.</translation>
        </message>
        <message>
            <source>{place}: {what}</source>
            <translation>{place} : {what}</translation>
        </message>
        <message>
            <source>{start}–{end}</source>
            <translation>{start}–{end}</translation>
        </message>
    </context>
    <context>
        <name>ui.assistant</name>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Retour</translation>
        </message>
        <message>
            <source>&amp;Continue</source>
            <translation>&amp;Continuer</translation>
        </message>
        <message>
            <source>&amp;Firm</source>
            <translation>&amp;Ferme</translation>
        </message>
        <message>
            <source>&amp;Gentle</source>
            <translation>&amp;Doux</translation>
        </message>
        <message>
            <source>&amp;Locked</source>
            <translation>&amp;Verrouillé</translation>
        </message>
        <message>
            <source>&amp;Start Rideau when I log in</source>
            <translation>&amp;Lancer Rideau à l’ouverture de session</translation>
        </message>
        <message>
            <source>&amp;Try the curtain for ten seconds</source>
            <translation>&amp;Essayer le rideau dix secondes</translation>
        </message>
        <message>
            <source>+ {network}</source>
            <translation>+ {network}</translation>
        </message>
        <message>
            <source>A rehearsal: nothing was closed. It lifts by itself in ten seconds; Escape lifts it now.</source>
            <translation>Une répétition : rien n’a été fermé. Il se relève tout seul dans dix secondes ; Échap le relève tout de suite.</translation>
        </message>
        <message>
            <source>Add another network</source>
            <translation>Ajouter un autre réseau</translation>
        </message>
        <message>
            <source>Add another: search {count} networks</source>
            <translation>En ajouter un autre : chercher parmi {count} réseaux</translation>
        </message>
        <message>
            <source>As they are</source>
            <translation>Tels quels</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>Les deux</translation>
        </message>
        <message>
            <source>Closed on public holidays ({country})</source>
            <translation>Fermé les jours fériés ({country})</translation>
        </message>
        <message>
            <source>Closed until opening. An emergency exit takes ten minutes.</source>
            <translation>Fermé jusqu’à l’ouverture. Une issue de secours demande dix minutes.</translation>
        </message>
        <message>
            <source>Closed, with a key for ten minutes: a short wait and a reason.</source>
            <translation>Fermé, avec une clé pour dix minutes : une courte attente et une raison.</translation>
        </message>
        <message>
            <source>Closes again at</source>
            <translation>Referme à</translation>
        </message>
        <message>
            <source>Closes at</source>
            <translation>Ferme à</translation>
        </message>
        <message>
            <source>Days of work</source>
            <translation>Jours de travail</translation>
        </message>
        <message>
            <source>Found on this computer</source>
            <translation>Trouvés sur cet ordinateur</translation>
        </message>
        <message>
            <source>How firmly does it close?</source>
            <translation>Avec quelle fermeté ?</translation>
        </message>
        <message>
            <source>How firmly it closes</source>
            <translation>Avec quelle fermeté il ferme</translation>
        </message>
        <message>
            <source>In your browsers</source>
            <translation>Dans vos navigateurs</translation>
        </message>
        <message>
            <source>It only goes quiet: nothing rings, nothing is closed.</source>
            <translation>Le silence seulement : rien ne sonne, rien n’est fermé.</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>My hours</source>
            <translation>Mes horaires</translation>
        </message>
        <message>
            <source>Not in the catalogue. Your own networks can be added later.</source>
            <translation>Pas dans le catalogue. Vos propres réseaux pourront être ajoutés plus tard.</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>Bureau</translation>
        </message>
        <message>
            <source>Often used</source>
            <translation>Souvent utilisés</translation>
        </message>
        <message>
            <source>On which days are you at work?</source>
            <translation>Quels jours travaillez-vous ?</translation>
        </message>
        <message>
            <source>Opens again at</source>
            <translation>Rouvre à</translation>
        </message>
        <message>
            <source>Opens at</source>
            <translation>Ouvre à</translation>
        </message>
        <message>
            <source>Outside these hours, Rideau closes your work networks. You can draw the hours finely later.</source>
            <translation>En dehors de ces horaires, Rideau ferme vos réseaux de travail. Vous pourrez tout affiner plus tard.</translation>
        </message>
        <message>
            <source>Rideau lives beside your clock: its little shutter says how far the day is. You can change everything there.</source>
            <translation>Rideau habite près de l’horloge : son petit volet dit où en est la journée. Tout peut s’y changer.</translation>
        </message>
        <message>
            <source>S&amp;kip</source>
            <translation>&amp;Passer</translation>
        </message>
        <message>
            <source>Shifts: I'll draw them later</source>
            <translation>Horaires variables : à dessiner plus tard</translation>
        </message>
        <message numerus="yes">
            <source>Stays open until you put it on a side: {names}.</source>
            <translation>
                <numerusform>Sans côté pour l’instant, donc ouvert : {names}.</numerusform>
                <numerusform>Sans côté pour l’instant, donc ouverts : {names}.</numerusform>
            </translation>
            <extra-po-msgid_plural>Stay open until you put them on a side: {names}.</extra-po-msgid_plural>
        </message>
        <message>
            <source>Step {number} of {count}</source>
            <translation>Étape {number} sur {count}</translation>
        </message>
        <message>
            <source>That's &amp;it</source>
            <translation>C’est &amp;bon</translation>
        </message>
        <message>
            <source>These hours overlap.</source>
            <translation>Ces horaires se chevauchent.</translation>
        </message>
        <message>
            <source>This is only a rehearsal.</source>
            <translation>Ce n’est qu’une répétition.</translation>
        </message>
        <message>
            <source>Times are this computer's: {zone}.</source>
            <translation>Les heures sont celles de cet ordinateur : {zone}.</translation>
        </message>
        <message>
            <source>Times are those of {zone}.</source>
            <translation>Les heures sont celles de {zone}.</translation>
        </message>
        <message>
            <source>Until you draw your shifts, under Hours, nothing closes.</source>
            <translation>Tant que vos horaires ne sont pas dessinés, dans Horaires, rien ne ferme.</translation>
        </message>
        <message>
            <source>Used most</source>
            <translation>Les plus utilisés</translation>
        </message>
        <message>
            <source>Welcome to Rideau</source>
            <translation>Bienvenue dans Rideau</translation>
        </message>
        <message>
            <source>What happens tonight</source>
            <translation>Ce qui se passe ce soir</translation>
        </message>
        <message>
            <source>When are you at work?</source>
            <translation>Quand travaillez-vous ?</translation>
        </message>
        <message>
            <source>Which networks are for work?</source>
            <translation>Quels réseaux servent au travail ?</translation>
        </message>
        <message>
            <source>With a lunch break</source>
            <translation>Avec une pause déjeuner</translation>
        </message>
        <message>
            <source>Work closes after hours, personal stays open. So does “Both”, until Rideau's browser extension tells the two apart.</source>
            <translation>Le travail ferme en dehors de vos horaires, le personnel reste ouvert. « Les deux » aussi, tant que l’extension de Rideau ne les distingue pas.</translation>
        </message>
        <message>
            <source>You can change your mind at any opening hour.</source>
            <translation>Vous pourrez changer d’avis pendant les heures d’ouverture.</translation>
        </message>
        <message>
            <source>Your hours stay as you drew them.</source>
            <translation>Vos horaires restent comme vous les avez dessinés.</translation>
        </message>
        <message>
            <source>and</source>
            <translation>et</translation>
        </message>
        <message>
            <source>the first steps</source>
            <translation>les premiers pas</translation>
        </message>
        <message numerus="yes">
            <source>{apps} is closed for today</source>
            <translation>
                <numerusform>{apps} est fermé pour aujourd’hui</numerusform>
                <numerusform>{apps} sont fermés pour aujourd’hui</numerusform>
            </translation>
            <extra-po-msgid_plural>{apps} are closed for today</extra-po-msgid_plural>
        </message>
        <message>
            <source>{browser}: closes work sites while Rideau runs.</source>
            <translation>{browser} : ferme les sites de travail tant que Rideau tourne.</translation>
        </message>
        <message>
            <source>{browser}: closes work sites, with a friendly page.</source>
            <translation>{browser} : ferme les sites de travail, avec une page aimable.</translation>
        </message>
        <message>
            <source>{browser}: closes work sites. The extension adds a friendly page; there is no hurry.</source>
            <translation>{browser} : ferme les sites de travail. L’extension y ajoute une page aimable ; rien ne presse.</translation>
        </message>
        <message>
            <source>{browser}: work sites stay open for now. Settings, “This computer”, says why and what helps.</source>
            <translation>{browser} : les sites de travail restent ouverts pour l’instant. Réglages, « Cet ordinateur », dit pourquoi et quoi y faire.</translation>
        </message>
        <message numerus="yes">
            <source>{names} has accounts, and they say its side: Settings, “Networks”, changes them.</source>
            <translation>
                <numerusform>Les comptes décident du côté : {names}. Ils se changent dans Réglages, « Réseaux ».</numerusform>
                <numerusform>Les comptes décident du côté : {names}. Ils se changent dans Réglages, « Réseaux ».</numerusform>
            </translation>
            <extra-po-msgid_plural>{names} have accounts, and they say their sides: Settings, “Networks”, changes them.</extra-po-msgid_plural>
        </message>
    </context>
    <context>
        <name>ui.card</name>
        <message>
            <source>Let the picture move</source>
            <translation>Animer l’image</translation>
        </message>
        <message>
            <source>Stop the picture</source>
            <translation>Arrêter l’image</translation>
        </message>
    </context>
    <context>
        <name>ui.card.gestures</name>
        <message>
            <source>Breathe along</source>
            <translation>Respirez avec la fleur</translation>
        </message>
        <message>
            <source>Breathe in</source>
            <translation>Inspirez</translation>
        </message>
        <message>
            <source>Breathe out</source>
            <translation>Soufflez</translation>
        </message>
        <message>
            <source>Fill a glass</source>
            <translation>Remplir un verre</translation>
        </message>
        <message>
            <source>Glass of water</source>
            <translation>Verre d’eau</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>Gardez l’air</translation>
        </message>
        <message>
            <source>Hold the glass or Space; a click pours some.</source>
            <translation>Maintenez le verre ou Espace ; un clic en verse un peu.</translation>
        </message>
        <message>
            <source>Hold to fill</source>
            <translation>Maintenez pour remplir</translation>
        </message>
        <message>
            <source>I am back</source>
            <translation>Me revoilà</translation>
        </message>
        <message>
            <source>Keep the line</source>
            <translation>Garder la ligne</translation>
        </message>
        <message>
            <source>Kept. It will be here.</source>
            <translation>C’est noté. Vous la retrouverez.</translation>
        </message>
        <message>
            <source>Look as far as you can</source>
            <translation>Regardez le plus loin possible</translation>
        </message>
        <message>
            <source>Look far away</source>
            <translation>Regarder au loin</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Pas maintenant</translation>
        </message>
        <message>
            <source>Off for a walk</source>
            <translation>Petite marche</translation>
        </message>
        <message>
            <source>One line to keep</source>
            <translation>Une ligne à garder</translation>
        </message>
        <message>
            <source>One line…</source>
            <translation>Une ligne…</translation>
        </message>
        <message>
            <source>One minute counts.</source>
            <translation>Une minute, ça compte.</translation>
        </message>
        <message>
            <source>Out of the window, for twenty seconds.</source>
            <translation>Par la fenêtre, pendant vingt secondes.</translation>
        </message>
        <message>
            <source>See you in a while.</source>
            <translation>À tout à l’heure.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <source>There you are.</source>
            <translation>Et voilà.</translation>
        </message>
        <message>
            <source>To your health.</source>
            <translation>À la vôtre.</translation>
        </message>
        <message>
            <source>Twenty seconds. Stop whenever you like.</source>
            <translation>Vingt secondes. Arrêtez quand vous voulez.</translation>
        </message>
        <message>
            <source>Welcome back.</source>
            <translation>Bon retour.</translation>
        </message>
        <message>
            <source>Write it down.</source>
            <translation>Notez-le.</translation>
        </message>
        <message numerus="yes">
            <source>{count} minute away</source>
            <translation>
                <numerusform>{count} minute dehors</numerusform>
                <numerusform>{count} minutes dehors</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} minutes away</extra-po-msgid_plural>
        </message>
        <message>
            <source>{part}% full</source>
            <translation>plein à {part} %</translation>
        </message>
    </context>
    <context>
        <name>ui.check_in</name>
        <message>
            <source>Answer again</source>
            <translation>Répondre à nouveau</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Erase for good</source>
            <translation>Effacer pour de bon</translation>
        </message>
        <message>
            <source>Erase my answers</source>
            <translation>Effacer mes réponses</translation>
        </message>
        <message>
            <source>Not today</source>
            <translation>Pas aujourd’hui</translation>
        </message>
        <message>
            <source>Places to turn to…</source>
            <translation>À qui parler…</translation>
        </message>
        <message>
            <source>Press once more to erase every answer for good.</source>
            <translation>Appuyez encore une fois pour effacer toutes les réponses pour de bon.</translation>
        </message>
        <message>
            <source>Skip this one</source>
            <translation>Passer celle-ci</translation>
        </message>
        <message>
            <source>Thank you. That is all there is to it.</source>
            <translation>Merci. C’est tout.</translation>
        </message>
        <message>
            <source>Three questions, a minute at most. The answers stay on this computer, for you alone.</source>
            <translation>Trois questions, une minute au plus. Les réponses restent sur cet ordinateur, pour vous seulement.</translation>
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation>{number} sur {count}</translation>
        </message>
    </context>
    <context>
        <name>ui.evening</name>
        <message>
            <source>A post, a newsletter: one a line</source>
            <translation>Une publication, une lettre : une par ligne</translation>
        </message>
        <message>
            <source>A task still open</source>
            <translation>Une tâche en cours</translation>
        </message>
        <message>
            <source>A thought, {for_day}</source>
            <translation>Une pensée, {for_day}</translation>
        </message>
        <message>
            <source>Begin the day</source>
            <translation>Commencer la journée</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copié</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>Copy: {text}</source>
            <translation>Copier : {text}</translation>
        </message>
        <message>
            <source>Done with task {number}</source>
            <translation>Tâche {number} terminée</translation>
        </message>
        <message>
            <source>First move</source>
            <translation>Premier geste</translation>
        </message>
        <message>
            <source>For those who write to you</source>
            <translation>Pour celles et ceux qui vous écrivent</translation>
        </message>
        <message>
            <source>Good evening</source>
            <translation>Bonne soirée</translation>
        </message>
        <message>
            <source>However small</source>
            <translation>Même toute petite</translation>
        </message>
        <message>
            <source>It went well once: {win}</source>
            <translation>Un jour, cela a bien marché : {win}</translation>
        </message>
        <message>
            <source>It will be here when you open</source>
            <translation>Elle sera là à l’ouverture</translation>
        </message>
        <message>
            <source>Let it come down</source>
            <translation>Le laisser descendre</translation>
        </message>
        <message>
            <source>Lower the curtain</source>
            <translation>Baisser le rideau</translation>
        </message>
        <message numerus="yes">
            <source>One more is parked already.</source>
            <translation>
                <numerusform>Une autre est déjà notée.</numerusform>
                <numerusform>{count} autres sont déjà notées.</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} more are parked already.</extra-po-msgid_plural>
        </message>
        <message>
            <source>One thing that went well</source>
            <translation>Une chose qui a bien marché</translation>
        </message>
        <message>
            <source>Open until {time}.</source>
            <translation>Ouvert jusqu’à {time}.</translation>
        </message>
        <message>
            <source>Still open, {for_day}</source>
            <translation>Ce qui reste, {for_day}</translation>
        </message>
        <message>
            <source>Task {number}</source>
            <translation>Tâche {number}</translation>
        </message>
        <message>
            <source>That is enough for today.</source>
            <translation>Voilà pour aujourd’hui.</translation>
        </message>
        <message>
            <source>The curtain is down. Skip what you like.</source>
            <translation>Le rideau est baissé. Sautez ce que vous voulez.</translation>
        </message>
        <message>
            <source>The phone is in its drawer</source>
            <translation>Le téléphone est dans son tiroir</translation>
        </message>
        <message>
            <source>Tick what you are done with; the rest waits.</source>
            <translation>Cochez ce qui est réglé ; le reste attend.</translation>
        </message>
        <message>
            <source>Went out by itself, or goes out today</source>
            <translation>Ce qui est parti tout seul, ou part aujourd’hui</translation>
        </message>
        <message>
            <source>What goes out tonight by itself</source>
            <translation>Ce qui part tout seul ce soir</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Quand</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Où</translation>
        </message>
        <message>
            <source>Where you left off</source>
            <translation>Là où vous en étiez</translation>
        </message>
        <message>
            <source>Where, when and the first move: then it can wait there, and your days off are yours.</source>
            <translation>Où, quand, et le premier geste : ensuite, cela peut attendre, et vos jours libres sont à vous.</translation>
        </message>
        <message>
            <source>Where, when and the first move: then it can wait there.</source>
            <translation>Où, quand, et le premier geste : ensuite, cela peut attendre.</translation>
        </message>
        <message>
            <source>Where, when, first move</source>
            <translation>Où, quand, premier geste</translation>
        </message>
        <message numerus="yes">
            <source>You parked a thought</source>
            <translation>
                <numerusform>Une pensée vous attend</numerusform>
                <numerusform>Ces pensées vous attendent</numerusform>
            </translation>
            <extra-po-msgid_plural>You parked these thoughts</extra-po-msgid_plural>
        </message>
        <message>
            <source>{comes_down} Skip what you like.</source>
            <translation>{comes_down} Sautez ce que vous voulez.</translation>
        </message>
    </context>
    <context>
        <name>ui.help</name>
        <message>
            <source>Another country</source>
            <translation>Un autre pays</translation>
        </message>
        <message>
            <source>Copied.</source>
            <translation>Copié.</translation>
        </message>
        <message>
            <source>If it is an emergency</source>
            <translation>En cas d’urgence</translation>
        </message>
        <message>
            <source>In any country</source>
            <translation>Dans tous les pays</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>People who listen, whatever it is. Rideau dials nothing, and tells nobody that you looked.</source>
            <translation>Des gens qui écoutent, quel que soit le sujet. Rideau ne compose aucun numéro et ne dit à personne que vous avez regardé.</translation>
        </message>
        <message>
            <source>Places to turn to</source>
            <translation>À qui parler</translation>
        </message>
        <message>
            <source>To talk to somebody</source>
            <translation>Pour parler à quelqu’un</translation>
        </message>
    </context>
    <context>
        <name>ui.settings</name>
        <message>
            <source>&amp;General</source>
            <translation>&amp;Général</translation>
        </message>
        <message>
            <source>&amp;Hours</source>
            <translation>&amp;Horaires</translation>
        </message>
        <message>
            <source>&amp;Networks</source>
            <translation>&amp;Réseaux</translation>
        </message>
        <message>
            <source>&amp;Reminders</source>
            <translation>Ra&amp;ppels</translation>
        </message>
        <message numerus="yes">
            <source>And {count} more place.</source>
            <translation>
                <numerusform>Et {count} autre endroit.</numerusform>
                <numerusform>Et {count} autres endroits.</numerusform>
            </translation>
            <extra-po-msgid_plural>And {count} more places.</extra-po-msgid_plural>
        </message>
        <message>
            <source>Every change is saved at once.</source>
            <translation>Chaque changement est enregistré aussitôt.</translation>
        </message>
        <message>
            <source>Fine</source>
            <translation>Très bien</translation>
        </message>
        <message>
            <source>Not saved yet: what you change here waits in this window until the file is mended.</source>
            <translation>Pas encore enregistré : ce que vous changez ici attend dans cette fenêtre que le fichier soit réparé.</translation>
        </message>
        <message>
            <source>Not saved: {why}</source>
            <translation>Non enregistré : {why}</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>Ouvrir le fichier</translation>
        </message>
        <message>
            <source>Pages of the settings</source>
            <translation>Pages des réglages</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Redo: {what}</source>
            <translation>Rétablir : {what}</translation>
        </message>
        <message>
            <source>Rideau settings</source>
            <translation>Réglages de Rideau</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Enregistré.</translation>
        </message>
        <message>
            <source>Show the place</source>
            <translation>Montrer l’endroit</translation>
        </message>
        <message>
            <source>The settings file needs mending, so the last good settings stay in force.</source>
            <translation>Le fichier de réglages n’est pas valable ; les derniers réglages valables restent donc en vigueur.</translation>
        </message>
        <message>
            <source>This &amp;computer</source>
            <translation>Cet &amp;ordinateur</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Undo: {what}</source>
            <translation>Annuler : {what}</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Vue</translation>
        </message>
    </context>
    <context>
        <name>ui.settings.computer</name>
        <message>
            <source>All is prepared; whether it is there shows once Rideau runs.</source>
            <translation>Le chemin est prêt ; on saura si elle est là quand Rideau tournera.</translation>
        </message>
        <message>
            <source>Browsers started through the gate</source>
            <translation>Navigateurs lancés par la porte</translation>
        </message>
        <message>
            <source>Copy the address</source>
            <translation>Copier l’adresse</translation>
        </message>
        <message>
            <source>Copy the command</source>
            <translation>Copier la commande</translation>
        </message>
        <message>
            <source>Each of these is noted before it is made, and goes back exactly as it was.</source>
            <translation>Chaque changement est noté avant d’être fait, et tout redevient exactement comme avant.</translation>
        </message>
        <message>
            <source>Everything is put back in {wait}.</source>
            <translation>Tout est remis en place dans {wait}.</translation>
        </message>
        <message>
            <source>Everything on this list goes back as it was, and what is closed may open. Rideau itself goes on.</source>
            <translation>Tout ce qui est sur cette liste redevient comme avant, et ce qui est fermé peut rouvrir. Rideau, lui, continue.</translation>
        </message>
        <message>
            <source>Fold away</source>
            <translation>Replier</translation>
        </message>
        <message>
            <source>For now, until Rideau ends</source>
            <translation>Pour l’instant, jusqu’à l’arrêt de Rideau</translation>
        </message>
        <message>
            <source>How it stands</source>
            <translation>État des lieux</translation>
        </message>
        <message>
            <source>Its sandbox lets no extension reach Rideau.</source>
            <translation>Son bac à sable ne laisse aucune extension joindre Rideau.</translation>
        </message>
        <message>
            <source>Leave it as it is</source>
            <translation>Laisser tel quel</translation>
        </message>
        <message>
            <source>Let Rideau start it through the gate</source>
            <translation>Laisser Rideau le lancer par la porte</translation>
        </message>
        <message>
            <source>Let Rideau start them through the gate</source>
            <translation>Laisser Rideau les lancer par la porte</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Regarder encore</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Un instant, on regarde…</translation>
        </message>
        <message>
            <source>Not on this computer</source>
            <translation>Pas sur cet ordinateur</translation>
        </message>
        <message>
            <source>Nothing: everything is as you left it.</source>
            <translation>Rien : tout est comme vous l’avez laissé.</translation>
        </message>
        <message>
            <source>Put everything back</source>
            <translation>Tout remettre en place</translation>
        </message>
        <message>
            <source>Put everything back…</source>
            <translation>Tout remettre en place…</translation>
        </message>
        <message>
            <source>Ready in {ready} of {count}</source>
            <translation>Prête dans {ready} sur {count}</translation>
        </message>
        <message>
            <source>Rideau is not running now, so nothing is closed or withheld. This is what this window sees.</source>
            <translation>Rideau ne tourne pas en ce moment : rien n’est fermé ni retenu. Voici ce que cette fenêtre voit.</translation>
        </message>
        <message>
            <source>Run “{command}” in a terminal; it says each step.</source>
            <translation>Lancez « {command} » dans un terminal ; chaque étape y est dite.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Tout afficher</translation>
        </message>
        <message>
            <source>Switch it on</source>
            <translation>L’activer</translation>
        </message>
        <message>
            <source>The extension can't find Rideau yet.</source>
            <translation>L’extension ne trouve pas encore Rideau.</translation>
        </message>
        <message>
            <source>The extension in your browsers</source>
            <translation>L’extension dans vos navigateurs</translation>
        </message>
        <message>
            <source>The extension is not in this browser yet.</source>
            <translation>L’extension n’est pas encore dans ce navigateur.</translation>
        </message>
        <message>
            <source>The extension is there and speaks with Rideau.</source>
            <translation>L’extension est là et parle avec Rideau.</translation>
        </message>
        <message>
            <source>They ignore this desktop's proxy settings, so their sites stay open.</source>
            <translation>Ils ignorent les réglages de proxy de ce bureau : leurs sites restent donc ouverts.</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Cet ordinateur</translation>
        </message>
        <message>
            <source>To stay, until you take it back</source>
            <translation>Pour rester, jusqu’à ce que vous le repreniez</translation>
        </message>
        <message>
            <source>What Rideau can do here, what could be better, and what it has changed.</source>
            <translation>Ce que Rideau peut faire ici, ce qui pourrait aller mieux, et ce qu’il a changé.</translation>
        </message>
        <message>
            <source>What Rideau has changed here</source>
            <translation>Ce que Rideau a changé ici</translation>
        </message>
        <message>
            <source>What is closed opens with it, so it takes the wait of a key.</source>
            <translation>Ce qui est fermé rouvre avec : cela demande donc l’attente d’une clé.</translation>
        </message>
        <message>
            <source>Works</source>
            <translation>Fonctionne</translation>
        </message>
        <message>
            <source>Worth a look</source>
            <translation>À regarder</translation>
        </message>
        <message>
            <source>{title} ({count})</source>
            <translation>{title} ({count})</translation>
        </message>
        <message>
            <source>{title}: {stands}</source>
            <translation>{title} : {stands}</translation>
        </message>
        <message>
            <source>“{command}” says each step.</source>
            <translation>« {command} » dit chaque étape.</translation>
        </message>
    </context>
    <context>
        <name>ui.settings.general</name>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importer…</translation>
        </message>
        <message>
            <source>A passphrase can open the lock, yours or a friend's. “rideau passphrase set” in a terminal sets it.</source>
            <translation>Une phrase secrète peut ouvrir le verrou, la vôtre ou celle d’une personne de confiance. « rideau passphrase set » dans un terminal la définit.</translation>
        </message>
        <message>
            <source>A passphrase is set: it opens the lock. “rideau passphrase” in a terminal changes it.</source>
            <translation>Une phrase secrète est définie : elle ouvre le verrou. « rideau passphrase » dans un terminal la change.</translation>
        </message>
        <message>
            <source>And besides</source>
            <translation>Et aussi</translation>
        </message>
        <message>
            <source>Apps at closing time</source>
            <translation>Les applications à la fermeture</translation>
        </message>
        <message>
            <source>Apps coming back</source>
            <translation>Retour des applications</translation>
        </message>
        <message>
            <source>Apps that hide</source>
            <translation>Applications qui se cachent</translation>
        </message>
        <message>
            <source>Apps that hide instead of closing</source>
            <translation>Applications qui se cachent au lieu de se fermer</translation>
        </message>
        <message>
            <source>At login</source>
            <translation>À l’ouverture de session</translation>
        </message>
        <message>
            <source>Away from home? The time zone is with your hours</source>
            <translation>Loin de chez vous ? Le fuseau horaire est avec vos horaires</translation>
        </message>
        <message>
            <source>E&amp;xport…</source>
            <translation>E&amp;xporter…</translation>
        </message>
        <message>
            <source>Erase all of it, now and for good?</source>
            <translation>Effacer le tout, maintenant et définitivement ?</translation>
        </message>
        <message>
            <source>Erase everything</source>
            <translation>Tout effacer</translation>
        </message>
        <message>
            <source>Erase everything…</source>
            <translation>Tout effacer…</translation>
        </message>
        <message>
            <source>Erasing…</source>
            <translation>Effacement…</translation>
        </message>
        <message>
            <source>Everything is as it was before.</source>
            <translation>Tout est comme avant.</translation>
        </message>
        <message>
            <source>Everything of yours</source>
            <translation>Tout ce qui est à vous</translation>
        </message>
        <message>
            <source>Export everything</source>
            <translation>Tout exporter</translation>
        </message>
        <message>
            <source>Exporting…</source>
            <translation>Exportation…</translation>
        </message>
        <message>
            <source>General</source>
            <translation>Général</translation>
        </message>
        <message>
            <source>How firmly the curtain holds, tonight:</source>
            <translation>Comment tient le rideau, ce soir :</translation>
        </message>
        <message>
            <source>Import everything</source>
            <translation>Tout importer</translation>
        </message>
        <message>
            <source>Importing…</source>
            <translation>Importation…</translation>
        </message>
        <message>
            <source>It is closed now: once chosen, “Locked” holds until the opening.</source>
            <translation>C’est fermé en ce moment : une fois choisi, « Verrouillé » tient jusqu’à l’ouverture.</translation>
        </message>
        <message>
            <source>Keep everything</source>
            <translation>Tout garder</translation>
        </message>
        <message>
            <source>Lock level</source>
            <translation>Niveau de verrou</translation>
        </message>
        <message>
            <source>Rideau {version}, free software under the MIT licence</source>
            <translation>Rideau {version}, logiciel libre sous licence MIT</translation>
        </message>
        <message>
            <source>Rideau, free software under the MIT licence</source>
            <translation>Rideau, logiciel libre sous licence MIT</translation>
        </message>
        <message>
            <source>Settings, networks of your own and the journal, in one file. Nothing leaves this computer.</source>
            <translation>Vos réglages, vos propres réseaux et le journal, en un seul fichier. Rien ne quitte cet ordinateur.</translation>
        </message>
        <message>
            <source>Show the first steps again</source>
            <translation>Revoir les premiers pas</translation>
        </message>
        <message>
            <source>Start Rideau when I &amp;log in</source>
            <translation>&amp;Lancer Rideau à l’ouverture de session</translation>
        </message>
        <message>
            <source>Take the import back</source>
            <translation>Revenir sur l’importation</translation>
        </message>
        <message>
            <source>The language of this computer</source>
            <translation>Celle de cet ordinateur</translation>
        </message>
        <message>
            <source>Time to save</source>
            <translation>Temps pour enregistrer</translation>
        </message>
        <message>
            <source>Time to save your work</source>
            <translation>Temps pour enregistrer votre travail</translation>
        </message>
        <message>
            <source>What was closed comes back at the opening</source>
            <translation>Ce qui a été fermé revient à l’ouverture</translation>
        </message>
        <message>
            <source>When it is closed</source>
            <translation>Quand c’est fermé</translation>
        </message>
        <message>
            <source>Work apps are asked to close as if you had closed them yourself.</source>
            <translation>Les applications de travail sont priées de se fermer, comme si vous les fermiez vous-même.</translation>
        </message>
        <message>
            <source>Yes, erase it all</source>
            <translation>Oui, tout effacer</translation>
        </message>
        <message>
            <source>Your settings, your own networks and the journal are erased from this computer, everything that Rideau changed is put back, and Rideau ends. An export made before can bring them back; nothing else can.</source>
            <translation>Vos réglages, vos propres réseaux et le journal sont effacés de cet ordinateur, tout ce que Rideau a changé est remis en place, et Rideau s’arrête. Un fichier exporté avant peut tout ramener ; rien d’autre ne le peut.</translation>
        </message>
        <message>
            <source>always</source>
            <translation>toujours</translation>
        </message>
        <message>
            <source>are ended</source>
            <translation>sont arrêtées</translation>
        </message>
        <message>
            <source>are frozen until the opening</source>
            <translation>sont figées jusqu’à l’ouverture</translation>
        </message>
        <message>
            <source>if I say so</source>
            <translation>si je le dis</translation>
        </message>
        <message>
            <source>never</source>
            <translation>jamais</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>secondes</translation>
        </message>
    </context>
    <context>
        <name>ui.settings.hours</name>
        <message>
            <source>&amp;Add a stretch</source>
            <translation>&amp;Ajouter une plage</translation>
        </message>
        <message>
            <source>&amp;Copy this day to…</source>
            <translation>Re&amp;copier ce jour vers…</translation>
        </message>
        <message>
            <source>&amp;Exact times…</source>
            <translation>Heures &amp;exactes…</translation>
        </message>
        <message>
            <source>&amp;Join with the next</source>
            <translation>&amp;Joindre à la suivante</translation>
        </message>
        <message>
            <source>&amp;Move to</source>
            <translation>&amp;Déplacer vers</translation>
        </message>
        <message>
            <source>&amp;Remove this stretch</source>
            <translation>&amp;Retirer cette plage</translation>
        </message>
        <message>
            <source>&amp;Split</source>
            <translation>Co&amp;uper</translation>
        </message>
        <message>
            <source>+ Another week</source>
            <translation>+ Une autre semaine</translation>
        </message>
        <message>
            <source>+ Another week (A/B)</source>
            <translation>+ Une autre semaine (A/B)</translation>
        </message>
        <message>
            <source>+ Exception</source>
            <translation>+ Exception</translation>
        </message>
        <message>
            <source>+ Focus</source>
            <translation>+ Concentration</translation>
        </message>
        <message>
            <source>+ Leave</source>
            <translation>+ Congé</translation>
        </message>
        <message>
            <source>A last quiet stretch to finish and to put things down, before the curtain.</source>
            <translation>Un dernier moment calme pour finir et poser les choses, avant le rideau.</translation>
        </message>
        <message>
            <source>A week less</source>
            <translation>Une semaine de moins</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>All days</source>
            <translation>Tous les jours</translation>
        </message>
        <message>
            <source>Another week</source>
            <translation>Une autre semaine</translation>
        </message>
        <message>
            <source>Arrow keys move it, with Shift its end, with Alt its start. Up and down come to other days, with Ctrl they take it along. Enter sets exact times, Insert adds, S splits, J joins, Delete removes; Menu has the rest.</source>
            <translation>Les flèches la déplacent, avec Maj sa fin, avec Alt son début. Haut et bas vont aux autres jours, avec Ctrl en l’emportant. Entrée règle les heures exactes, Inser ajoute, S coupe, J joint, Suppr retire ; Menu donne le reste.</translation>
        </message>
        <message>
            <source>Away from home? With the clock of one place, your hours stay those of your office.</source>
            <translation>En voyage ? À l’heure d’un lieu, vos horaires restent ceux de votre bureau.</translation>
        </message>
        <message>
            <source>Before closing</source>
            <translation>Avant la fermeture</translation>
        </message>
        <message>
            <source>C&amp;lose this day</source>
            <translation>&amp;Fermer ce jour</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Renoncer</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Modifier</translation>
        </message>
        <message>
            <source>Choose at least one day.</source>
            <translation>Choisissez au moins un jour.</translation>
        </message>
        <message>
            <source>City of the time zone</source>
            <translation>Ville du fuseau horaire</translation>
        </message>
        <message>
            <source>Copy this day</source>
            <translation>Recopier ce jour</translation>
        </message>
        <message>
            <source>Copy {day} to</source>
            <translation>Recopier {day} vers</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Jours</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Suppr</translation>
        </message>
        <message>
            <source>Drag a bar, or choose it and use the arrow keys. Double-click to add a stretch.</source>
            <translation>Faites glisser une barre, ou choisissez-la puis utilisez les flèches. Double-cliquez pour ajouter une plage.</translation>
        </message>
        <message>
            <source>Each one is closed; untick those that you work.</source>
            <translation>Chacun est fermé ; décochez ceux que vous travaillez.</translation>
        </message>
        <message>
            <source>Enter or Insert opens this day; Menu has the rest.</source>
            <translation>Entrée ou Inser ouvre ce jour ; Menu donne le reste.</translation>
        </message>
        <message>
            <source>Exact times</source>
            <translation>Heures exactes</translation>
        </message>
        <message>
            <source>Exception: {day}</source>
            <translation>Exception : {day}</translation>
        </message>
        <message>
            <source>Focus</source>
            <translation>Concentration</translation>
        </message>
        <message>
            <source>Focus: {hours}</source>
            <translation>Concentration : {hours}</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Du</translation>
        </message>
        <message>
            <source>From which time</source>
            <translation>À partir de quelle heure</translation>
        </message>
        <message>
            <source>Hide what is past</source>
            <translation>Masquer le passé</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Horaires</translation>
        </message>
        <message>
            <source>Ins</source>
            <translation>Inser</translation>
        </message>
        <message>
            <source>It is too short to split.</source>
            <translation>Cette plage est trop courte pour être coupée.</translation>
        </message>
        <message>
            <source>It is {there} there now, {here} here.</source>
            <translation>Il est {there} là-bas, {here} ici.</translation>
        </message>
        <message>
            <source>It overlaps another one: {leave}.</source>
            <translation>Il en chevauche un autre : {leave}.</translation>
        </message>
        <message>
            <source>It would end when it starts.</source>
            <translation>Elle finirait au moment où elle commence.</translation>
        </message>
        <message>
            <source>It would overlap {hours}.</source>
            <translation>Elle chevaucherait {hours}.</translation>
        </message>
        <message>
            <source>Keep those of {country}</source>
            <translation>Chômer ceux de ce pays : {country}</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Congés</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Ne rien changer</translation>
        </message>
        <message>
            <source>Leave: {stay}</source>
            <translation>Congé : {stay}</translation>
        </message>
        <message>
            <source>Minutes before closing</source>
            <translation>Minutes avant la fermeture</translation>
        </message>
        <message>
            <source>Next it begins on {day} at {time}.</source>
            <translation>Elle commence la prochaine fois {day} à {time}.</translation>
        </message>
        <message>
            <source>No closing of the next days is long enough for it.</source>
            <translation>Aucune fermeture des prochains jours n’est assez longue pour cela.</translation>
        </message>
        <message>
            <source>No public holidays</source>
            <translation>Aucun jour férié</translation>
        </message>
        <message>
            <source>None are kept.</source>
            <translation>Aucun n’est chômé.</translation>
        </message>
        <message>
            <source>None to come. Whatever falls inside it is closed.</source>
            <translation>Aucun à venir. Tout ce qui tombe dedans est fermé.</translation>
        </message>
        <message>
            <source>None yet. A stretch of work in which nothing disturbs you.</source>
            <translation>Pas encore. Un moment de travail où rien ne vous dérange.</translation>
        </message>
        <message>
            <source>Nothing follows that it could be joined with.</source>
            <translation>Rien ne suit à quoi la joindre.</translation>
        </message>
        <message>
            <source>Off: work ends when it ends.</source>
            <translation>Désactivée : le travail finit quand il finit.</translation>
        </message>
        <message>
            <source>One day that is unlike the others. None to come.</source>
            <translation>Un jour pas comme les autres. Aucun à venir.</translation>
        </message>
        <message>
            <source>Only before closings of at least</source>
            <translation>Seulement avant les fermetures d’au moins</translation>
        </message>
        <message>
            <source>Open day, dentist…</source>
            <translation>Portes ouvertes, dentiste…</translation>
        </message>
        <message>
            <source>Other hours</source>
            <translation>Autres horaires</translation>
        </message>
        <message>
            <source>Outside your work hours, in whole or in part: {days}</source>
            <translation>Hors de vos heures de travail, en tout ou en partie : {days}</translation>
        </message>
        <message>
            <source>Public holiday: {name}</source>
            <translation>Jour férié : {name}</translation>
        </message>
        <message>
            <source>Public holidays</source>
            <translation>Jours fériés</translation>
        </message>
        <message>
            <source>Public holidays, each ticked where it is kept</source>
            <translation>Jours fériés, cochés quand ils sont chômés</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Région</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Remove week {letter}</source>
            <translation>Retirer la semaine {letter}</translation>
        </message>
        <message>
            <source>Removed: {what}</source>
            <translation>Retiré : {what}</translation>
        </message>
        <message>
            <source>Right now both clocks show the same time.</source>
            <translation>En ce moment, les deux horloges montrent la même heure.</translation>
        </message>
        <message>
            <source>Search a city: Paris, Montréal, Tokyo…</source>
            <translation>Cherchez une ville : Paris, Montréal, Tokyo…</translation>
        </message>
        <message>
            <source>Several days</source>
            <translation>Plusieurs jours</translation>
        </message>
        <message>
            <source>Summer, parental leave…</source>
            <translation>Été, congé parental…</translation>
        </message>
        <message>
            <source>Take these times</source>
            <translation>Prendre ces heures</translation>
        </message>
        <message>
            <source>That day</source>
            <translation>Ce jour-là</translation>
        </message>
        <message>
            <source>That of one place</source>
            <translation>Celui d’un lieu</translation>
        </message>
        <message>
            <source>The last {minutes} before every closing of at least {gap}, not before lunch.</source>
            <translation>{minutes} avant chaque fermeture d’au moins {gap}, pas avant la pause de midi.</translation>
        </message>
        <message>
            <source>The last {minutes} before every closing.</source>
            <translation>{minutes} avant chaque fermeture.</translation>
        </message>
        <message>
            <source>The week that holds now</source>
            <translation>La semaine en cours</translation>
        </message>
        <message>
            <source>The whole country</source>
            <translation>Tout le pays</translation>
        </message>
        <message>
            <source>There is no room left on {day}.</source>
            <translation>Il n’y a plus de place le {day}.</translation>
        </message>
        <message>
            <source>This computer's</source>
            <translation>Celui de cet ordinateur</translation>
        </message>
        <message>
            <source>This computer's: {city}</source>
            <translation>Celui de cet ordinateur : {city}</translation>
        </message>
        <message>
            <source>This is week {letter}</source>
            <translation>C’est la semaine {letter}</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Fuseau horaire</translation>
        </message>
        <message>
            <source>Today it begins at {time}.</source>
            <translation>Aujourd’hui, elle commence à {time}.</translation>
        </message>
        <message>
            <source>Tomorrow it begins at {time}.</source>
            <translation>Demain, elle commence à {time}.</translation>
        </message>
        <message>
            <source>Tonight it begins at {time}.</source>
            <translation>Ce soir, elle commence à {time}.</translation>
        </message>
        <message>
            <source>Until which time</source>
            <translation>Jusqu’à quelle heure</translation>
        </message>
        <message>
            <source>Until, included</source>
            <translation>Au, inclus</translation>
        </message>
        <message>
            <source>Week shown</source>
            <translation>Semaine affichée</translation>
        </message>
        <message>
            <source>Wind-down</source>
            <translation>Fin de journée</translation>
        </message>
        <message>
            <source>Work days</source>
            <translation>Jours ouvrés</translation>
        </message>
        <message>
            <source>Write a time such as 9:30.</source>
            <translation>Écrivez une heure, comme 9 h 30.</translation>
        </message>
        <message>
            <source>Your opening hours</source>
            <translation>Vos heures d’ouverture</translation>
        </message>
        <message numerus="yes">
            <source>and one more</source>
            <translation>
                <numerusform>et un autre</numerusform>
                <numerusform>et {count} autres</numerusform>
            </translation>
            <extra-po-msgid_plural>and {count} more</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>and one past</source>
            <translation>
                <numerusform>et un passé</numerusform>
                <numerusform>et {count} passés</numerusform>
            </translation>
            <extra-po-msgid_plural>and {count} past</extra-po-msgid_plural>
        </message>
        <message>
            <source>closed</source>
            <translation>fermé</translation>
        </message>
        <message>
            <source>from {time}</source>
            <translation>à partir de {time}</translation>
        </message>
        <message>
            <source>h</source>
            <translation>h</translation>
        </message>
        <message>
            <source>min</source>
            <translation>min</translation>
        </message>
        <message>
            <source>off</source>
            <translation>aucune</translation>
        </message>
        <message numerus="yes">
            <source>one of them worked</source>
            <translation>
                <numerusform>dont un travaillé</numerusform>
                <numerusform>dont {count} travaillés</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} of them worked</extra-po-msgid_plural>
        </message>
        <message>
            <source>the afternoon, from {time}</source>
            <translation>l’après-midi, à partir de {time}</translation>
        </message>
        <message>
            <source>the morning, until {time}</source>
            <translation>le matin, jusqu’à {time}</translation>
        </message>
        <message>
            <source>the whole day</source>
            <translation>toute la journée</translation>
        </message>
        <message>
            <source>until {day} morning</source>
            <translation>jusqu’au {day} matin</translation>
        </message>
        <message>
            <source>until {time}</source>
            <translation>jusqu’à {time}</translation>
        </message>
        <message>
            <source>worked</source>
            <translation>travaillé</translation>
        </message>
        <message>
            <source>{city}, wherever this computer is</source>
            <translation>{city}, où que soit cet ordinateur</translation>
        </message>
        <message>
            <source>{country} ({region})</source>
            <translation>{country} ({region})</translation>
        </message>
        <message>
            <source>{days} {hours}</source>
            <translation>{days} {hours}</translation>
        </message>
        <message>
            <source>{day} is copied to {days}</source>
            <translation>{day} est recopié : {days}</translation>
        </message>
        <message>
            <source>{day} {time}</source>
            <translation>{day} {time}</translation>
        </message>
        <message>
            <source>{day}, closed</source>
            <translation>{day}, fermé</translation>
        </message>
        <message>
            <source>{day}, {hours}</source>
            <translation>{day}, {hours}</translation>
        </message>
        <message>
            <source>{name}: less</source>
            <translation>{name} : moins</translation>
        </message>
        <message>
            <source>{name}: more</source>
            <translation>{name} : plus</translation>
        </message>
        <message>
            <source>{phase}: {hours}</source>
            <translation>{phase} : {hours}</translation>
        </message>
        <message>
            <source>{stay} ({label})</source>
            <translation>{stay} ({label})</translation>
        </message>
        <message>
            <source>{stretch}: removed</source>
            <translation>{stretch} : plage retirée</translation>
        </message>
        <message>
            <source>{stretch}: there is no room there</source>
            <translation>{stretch} : il n’y a plus de place à cet endroit</translation>
        </message>
        <message>
            <source>{week} · this week</source>
            <translation>{week} · celle-ci</translation>
        </message>
    </context>
    <context>
        <name>ui.settings.networks</name>
        <message>
            <source>+ A network that differs</source>
            <translation>+ Un réseau à part</translation>
        </message>
        <message>
            <source>+ Account</source>
            <translation>+ Compte</translation>
        </message>
        <message>
            <source>+ One of my own</source>
            <translation>+ Un réseau à moi</translation>
        </message>
        <message>
            <source>A name that its notifications bear</source>
            <translation>Un nom que portent ses notifications</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Comptes</translation>
        </message>
        <message>
            <source>Add a network of my own</source>
            <translation>Ajouter un réseau à moi</translation>
        </message>
        <message>
            <source>Add an account</source>
            <translation>Ajouter un compte</translation>
        </message>
        <message>
            <source>Add the account</source>
            <translation>Ajouter le compte</translation>
        </message>
        <message>
            <source>All networks with a limit share one allowance a day. Only real use counts, and only here.</source>
            <translation>Tous les réseaux limités partagent un même temps du jour. Seul l’usage réel compte, et seulement ici.</translation>
        </message>
        <message>
            <source>Apps installed here</source>
            <translation>Applications installées ici</translation>
        </message>
        <message>
            <source>Arrows choose, Ctrl and arrows move to another side, Enter shows what is known of it.</source>
            <translation>Les flèches choisissent, Ctrl et les flèches changent de côté, Entrée montre ce qu’on en sait.</translation>
        </message>
        <message>
            <source>Back to the default: {does}</source>
            <translation>Comme au départ : {does}</translation>
        </message>
        <message>
            <source>Choose a cell to change what happens there. Delete sets it back to the default.</source>
            <translation>Choisissez une case pour changer ce qui s’y passe. Suppr la remet comme au départ.</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Effacer la recherche</translation>
        </message>
        <message>
            <source>Close the details</source>
            <translation>Fermer les détails</translation>
        </message>
        <message>
            <source>Daily allowance where a limit holds</source>
            <translation>Temps du jour, là où il y en a un</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Détails</translation>
        </message>
        <message>
            <source>Drag a network to the side of your life where it belongs, or open it and choose there.</source>
            <translation>Faites glisser chaque réseau du côté de votre vie où il a sa place, ou ouvrez-le pour choisir.</translation>
        </message>
        <message>
            <source>Forget my changes</source>
            <translation>Oublier mes changements</translation>
        </message>
        <message>
            <source>From which account?</source>
            <translation>Depuis quel compte ?</translation>
        </message>
        <message>
            <source>How a browser profile for each side of life works</source>
            <translation>Comment marche un profil de navigateur par côté de vie</translation>
        </message>
        <message>
            <source>How?</source>
            <translation>Comment ?</translation>
        </message>
        <message>
            <source>In the file: {what} Until that is right, what stands here holds; a change here takes its place.</source>
            <translation>Dans le fichier : {what} En attendant, ce qui est écrit ici s’applique ; le changer ici le remplace.</translation>
        </message>
        <message>
            <source>It stays closed {until} all the same.</source>
            <translation>Il reste tout de même fermé {until}.</translation>
        </message>
        <message>
            <source>Its accounts, sites and rules go with it.</source>
            <translation>Ses comptes, ses sites et ses règles partent avec lui.</translation>
        </message>
        <message>
            <source>Its name, or its address</source>
            <translation>Son nom, ou son adresse</translation>
        </message>
        <message>
            <source>Its sites can be closed in {browsers}.</source>
            <translation>Ses sites peuvent être fermés dans {browsers}.</translation>
        </message>
        <message>
            <source>Keep apart</source>
            <translation>Séparer</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Le garder</translation>
        </message>
        <message>
            <source>Look at another network</source>
            <translation>Regarder un autre réseau</translation>
        </message>
        <message>
            <source>Me</source>
            <translation>Moi</translation>
        </message>
        <message>
            <source>Mixed</source>
            <translation>Mixte</translation>
        </message>
        <message>
            <source>Name an account of yours, or put a network on a side, and its questions come here.</source>
            <translation>Nommez un de vos comptes, ou placez un réseau d’un côté : ses questions viendront ici.</translation>
        </message>
        <message>
            <source>Name of the account {name}</source>
            <translation>Nom du compte {name}</translation>
        </message>
        <message>
            <source>Name of the account, as you call it</source>
            <translation>Nom du compte, comme vous l’appelez</translation>
        </message>
        <message>
            <source>Name of the app</source>
            <translation>Nom de l’application</translation>
        </message>
        <message>
            <source>Name of the network</source>
            <translation>Nom du réseau</translation>
        </message>
        <message>
            <source>Name or address of a network</source>
            <translation>Nom ou adresse d’un réseau</translation>
        </message>
        <message>
            <source>Name or address of a network of my own</source>
            <translation>Nom ou adresse d’un réseau à moi</translation>
        </message>
        <message>
            <source>Networks on both sides follow the side you chose for them. Undecided, they are left alone.</source>
            <translation>Les réseaux mixtes suivent le côté que vous leur avez choisi. Sans choix, on n’y touche pas.</translation>
        </message>
        <message>
            <source>Never mind</source>
            <translation>Renoncer</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Non</translation>
        </message>
        <message>
            <source>No site yet.</source>
            <translation>Pas encore de site.</translation>
        </message>
        <message>
            <source>None named.</source>
            <translation>Aucune nommée.</translation>
        </message>
        <message>
            <source>None named. Their uses say whose side the network is on.</source>
            <translation>Aucun nommé. Leurs usages disent de quel côté est le réseau.</translation>
        </message>
        <message>
            <source>None of its apps is installed.</source>
            <translation>Aucune de ses applications n’est installée.</translation>
        </message>
        <message>
            <source>Not installed here, known all the same: {apps}</source>
            <translation>Pas installées ici, connues tout de même : {apps}</translation>
        </message>
        <message>
            <source>Not part of it</source>
            <translation>N’en fait pas partie</translation>
        </message>
        <message>
            <source>Not yet in {browser}: {why}</source>
            <translation>Pas encore dans {browser} : {why}</translation>
        </message>
        <message>
            <source>Nothing here. Drag a network here, or search for one.</source>
            <translation>Rien ici. Faites-y glisser un réseau, ou cherchez-en un.</translation>
        </message>
        <message>
            <source>Nothing here. What holds both belongs here, such as a client's page beside an account of your own.</source>
            <translation>Rien ici. Ce qui mêle les deux a sa place ici, comme la page d’un client à côté d’un compte à vous.</translation>
        </message>
        <message>
            <source>Nothing is left out.</source>
            <translation>Rien n’est laissé de côté.</translation>
        </message>
        <message>
            <source>Notifies as</source>
            <translation>Notifie sous le nom</translation>
        </message>
        <message>
            <source>On no side</source>
            <translation>D’aucun côté</translation>
        </message>
        <message>
            <source>On no side, so nothing is done to it.</source>
            <translation>D’aucun côté, donc rien ne lui est fait.</translation>
        </message>
        <message>
            <source>On this computer</source>
            <translation>Sur cet ordinateur</translation>
        </message>
        <message>
            <source>Phase</source>
            <translation>Phase</translation>
        </message>
        <message>
            <source>Pick an app</source>
            <translation>Choisir une application</translation>
        </message>
        <message>
            <source>Put on</source>
            <translation>Placer côté</translation>
        </message>
        <message>
            <source>Put on {side}</source>
            <translation>Placer côté {side}</translation>
        </message>
        <message>
            <source>Remove this network</source>
            <translation>Retirer ce réseau</translation>
        </message>
        <message>
            <source>Remove {what}</source>
            <translation>Retirer {what}</translation>
        </message>
        <message>
            <source>Remove: as its side</source>
            <translation>Retirer : comme son côté</translation>
        </message>
        <message>
            <source>Search {count} networks by name or address</source>
            <translation>Chercher parmi {count} réseaux, par nom ou par adresse</translation>
        </message>
        <message>
            <source>Set all back</source>
            <translation>Revenir au départ</translation>
        </message>
        <message>
            <source>Show how</source>
            <translation>Voir comment</translation>
        </message>
        <message numerus="yes">
            <source>Show one more network</source>
            <translation>
                <numerusform>Voir un autre réseau</numerusform>
                <numerusform>Voir {count} autres réseaux</numerusform>
            </translation>
            <extra-po-msgid_plural>Show {count} more networks</extra-po-msgid_plural>
        </message>
        <message>
            <source>Show them</source>
            <translation>Les voir</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>Côté</translation>
        </message>
        <message>
            <source>Sides</source>
            <translation>Répartition</translation>
        </message>
        <message>
            <source>Single networks that differ</source>
            <translation>Les réseaux à part</translation>
        </message>
        <message>
            <source>Sites close in {browsers}.</source>
            <translation>Les sites ferment dans {browsers}.</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Oublier</translation>
        </message>
        <message>
            <source>The settings file says more about mixed or unassigned networks; that stays as it is.</source>
            <translation>Le fichier de réglages en dit plus sur les réseaux mixtes ou sans côté ; cela reste tel quel.</translation>
        </message>
        <message>
            <source>Under no name.</source>
            <translation>Sous aucun nom.</translation>
        </message>
        <message>
            <source>What each phase does</source>
            <translation>Ce que fait chaque phase</translation>
        </message>
        <message>
            <source>What happens…</source>
            <translation>Ce qui s’y passe…</translation>
        </message>
        <message>
            <source>What the new account is for</source>
            <translation>Usage du nouveau compte</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Ce qui a été trouvé</translation>
        </message>
        <message>
            <source>What you say here of one network holds in place of its side's cell.</source>
            <translation>Ce que vous dites ici d’un réseau vaut à la place de la case de son côté.</translation>
        </message>
        <message>
            <source>What {name} is for</source>
            <translation>Usage du compte {name}</translation>
        </message>
        <message>
            <source>Where clients meet your private accounts, evenings are never quite yours. Each yes becomes one step, taken when it suits you.</source>
            <translation>Là où vos clients croisent vos comptes privés, les soirées ne sont jamais tout à fait à vous. Chaque oui devient une étape, à faire quand cela vous convient.</translation>
        </message>
        <message>
            <source>Work and private life share it. With the extension and a browser profile for work, only that one is closed. Elsewhere it counts on the side you choose; on Mixed it is left alone.</source>
            <translation>Travail et vie privée s’y croisent. Avec l’extension et un profil de navigateur pour le travail, seul celui-ci est fermé. Ailleurs, le réseau compte du côté que vous choisissez ; sur Mixte, on n’y touche pas.</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Oui</translation>
        </message>
        <message>
            <source>Your answers stay in your settings file. Nothing leaves this computer.</source>
            <translation>Vos réponses restent dans votre fichier de réglages. Rien ne quitte cet ordinateur.</translation>
        </message>
        <message>
            <source>Your lock level is gentle: whatever is closed here is only muted.</source>
            <translation>Votre verrou est doux : ce qui est fermé ici est seulement mis en sourdine.</translation>
        </message>
        <message>
            <source>Your networks</source>
            <translation>Vos réseaux</translation>
        </message>
        <message>
            <source>a network of my own</source>
            <translation>un réseau à moi</translation>
        </message>
        <message>
            <source>always yours</source>
            <translation>toujours à vous</translation>
        </message>
        <message>
            <source>closed for now</source>
            <translation>fermé pour le moment</translation>
        </message>
        <message>
            <source>closed {until}</source>
            <translation>fermé {until}</translation>
        </message>
        <message>
            <source>closes {when}</source>
            <translation>fermeture : {when}</translation>
        </message>
        <message>
            <source>example.com or example.com/path</source>
            <translation>example.com ou example.com/chemin</translation>
        </message>
        <message>
            <source>folded</source>
            <translation>replié</translation>
        </message>
        <message>
            <source>from the catalogue</source>
            <translation>du catalogue</translation>
        </message>
        <message>
            <source>mixed</source>
            <translation>mixte</translation>
        </message>
        <message>
            <source>muted</source>
            <translation>en sourdine</translation>
        </message>
        <message>
            <source>muted for now</source>
            <translation>en sourdine pour le moment</translation>
        </message>
        <message>
            <source>muted from {when}</source>
            <translation>en sourdine dès {when}</translation>
        </message>
        <message>
            <source>muted {until}</source>
            <translation>en sourdine {until}</translation>
        </message>
        <message>
            <source>needs a decision</source>
            <translation>à décider</translation>
        </message>
        <message>
            <source>one of your own</source>
            <translation>à vous</translation>
        </message>
        <message>
            <source>optional, for your own notes</source>
            <translation>facultatif, pour mémoire</translation>
        </message>
        <message>
            <source>stays open</source>
            <translation>reste ouvert</translation>
        </message>
        <message>
            <source>the answer about {network}</source>
            <translation>la réponse sur {network}</translation>
        </message>
        <message>
            <source>the daily allowance</source>
            <translation>le temps du jour</translation>
        </message>
        <message>
            <source>the step on {network}</source>
            <translation>l’étape sur {network}</translation>
        </message>
        <message>
            <source>the table of rules</source>
            <translation>le tableau des règles</translation>
        </message>
        <message>
            <source>unfolded</source>
            <translation>déplié</translation>
        </message>
        <message>
            <source>with rules of its own</source>
            <translation>avec ses propres règles</translation>
        </message>
        <message>
            <source>work and private life in one place</source>
            <translation>travail et vie privée au même endroit</translation>
        </message>
        <message numerus="yes">
            <source>{apps} is installed.</source>
            <translation>
                <numerusform>Application installée : {apps}.</numerusform>
                <numerusform>Applications installées : {apps}.</numerusform>
            </translation>
            <extra-po-msgid_plural>{apps} are installed.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{count} account</source>
            <translation>
                <numerusform>{count} compte</numerusform>
                <numerusform>{count} comptes</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} accounts</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{count} more</source>
            <translation>
                <numerusform>{count} autre</numerusform>
                <numerusform>{count} autres</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} more</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{count} step to take to keep work and private life apart.</source>
            <translation>
                <numerusform>{count} étape à faire pour séparer travail et vie privée.</numerusform>
                <numerusform>{count} étapes à faire pour séparer travail et vie privée.</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} steps to take to keep work and private life apart.</extra-po-msgid_plural>
        </message>
        <message>
            <source>{names} and {last}</source>
            <translation>{names} et {last}</translation>
        </message>
        <message numerus="yes">
            <source>{networks} holds both work and private life, so it stays open. Choose its side, or keep a browser profile for work: Rideau then closes that one alone.</source>
            <translation>
                <numerusform>{networks} mêle travail et vie privée, et reste donc ouvert. Choisissez son côté, ou gardez un profil de navigateur pour le travail : Rideau ne fermera que lui.</numerusform>
                <numerusform>{networks} mêlent travail et vie privée, et restent donc ouverts. Choisissez leur côté, ou gardez un profil de navigateur pour le travail : Rideau ne fermera que lui.</numerusform>
            </translation>
            <extra-po-msgid_plural>{networks} hold both work and private life, so they stay open. Choose their side, or keep a browser profile for work: Rideau then closes that one alone.</extra-po-msgid_plural>
        </message>
        <message>
            <source>{network}</source>
            <translation>{network}</translation>
        </message>
        <message>
            <source>{network} is in hand. Arrows choose a side, Space puts it down, Escape leaves it where it was.</source>
            <translation>{network} est en main. Les flèches choisissent un côté, Espace le pose, Échap le laisse où il était.</translation>
        </message>
        <message>
            <source>{network} is known already.</source>
            <translation>{network} est déjà connu.</translation>
        </message>
        <message>
            <source>{network} is on {side}.</source>
            <translation>{network} est du côté {side}.</translation>
        </message>
        <message>
            <source>{network} is on {side}; its accounts now: {accounts}.</source>
            <translation>{network} est du côté {side} ; ses comptes à présent : {accounts}.</translation>
        </message>
        <message>
            <source>{network} is yours now.</source>
            <translation>{network} fait partie de vos réseaux.</translation>
        </message>
        <message>
            <source>{network} on {side}</source>
            <translation>{network} côté {side}</translation>
        </message>
        <message>
            <source>{network} stays mixed and counts as {side}.</source>
            <translation>{network} reste mixte et compte du côté {side}.</translation>
        </message>
        <message>
            <source>{site} was part of {network}; it is part of this one now.</source>
            <translation>{site} appartenait à {network} ; cette adresse est désormais ici.</translation>
        </message>
        <message>
            <source>{what}: {why} {remedy}</source>
            <translation>{what} : {why} {remedy}</translation>
        </message>
        <message>
            <source>“rideau browse work” opens a browser profile for work, “rideau browse personal” one for private life; both also stand in your applications menu. With the extension in them, Rideau closes mixed networks in the work one alone.</source>
            <translation>« rideau browse work » ouvre un profil de navigateur pour le travail, « rideau browse personal » un profil pour la vie privée ; les deux sont aussi dans le menu des applications. Avec l’extension dans chacun, Rideau ne ferme les réseaux mixtes que dans celui du travail.</translation>
        </message>
    </context>
    <context>
        <name>ui.settings.reminders</name>
        <message>
            <source>+ Write one of your own</source>
            <translation>+ Écrire une carte à vous</translation>
        </message>
        <message>
            <source>1 min</source>
            <translation>1 min</translation>
        </message>
        <message>
            <source>10:00, 14:00; empty follows your hours</source>
            <translation>10:00, 14:00 ; vide, d’après vos horaires</translation>
        </message>
        <message>
            <source>20 s</source>
            <translation>20 s</translation>
        </message>
        <message>
            <source>3 min</source>
            <translation>3 min</translation>
        </message>
        <message>
            <source>A breath before entering</source>
            <translation>Souffler avant d’entrer</translation>
        </message>
        <message>
            <source>A card at the edge of the screen, between two things: never in a call, a film or a presentation.</source>
            <translation>Une carte au bord de l’écran, entre deux choses : jamais pendant un appel, un film ou une présentation.</translation>
        </message>
        <message>
            <source>A little more</source>
            <translation>Un peu plus</translation>
        </message>
        <message>
            <source>A look into the distance. It may ease tired eyes; more is not known.</source>
            <translation>Un regard au loin. Cela peut soulager des yeux fatigués ; on n’en sait pas plus.</translation>
        </message>
        <message>
            <source>A meal</source>
            <translation>Le repas</translation>
        </message>
        <message>
            <source>A small window: what is left, what went well, a thought for tomorrow. Skipping it costs nothing.</source>
            <translation>Une petite fenêtre : ce qui reste, ce qui a bien marché, une pensée pour demain. La sauter ne coûte rien.</translation>
        </message>
        <message>
            <source>A theme of tips</source>
            <translation>Un thème de cartes</translation>
        </message>
        <message>
            <source>A tip of your own</source>
            <translation>Une carte à vous</translation>
        </message>
        <message>
            <source>Alex, Léa</source>
            <translation>Alex, Léa</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Toutes</translation>
        </message>
        <message>
            <source>All tips</source>
            <translation>Toutes les cartes</translation>
        </message>
        <message>
            <source>Answer now…</source>
            <translation>Répondre maintenant…</translation>
        </message>
        <message>
            <source>Around noon, away from the screen.</source>
            <translation>Vers midi, loin de l’écran.</translation>
        </message>
        <message>
            <source>Around the day</source>
            <translation>Autour de la journée</translation>
        </message>
        <message>
            <source>Ask me now and then</source>
            <translation>Me le demander de temps en temps</translation>
        </message>
        <message>
            <source>Asking for help</source>
            <translation>Demander de l’aide</translation>
        </message>
        <message>
            <source>At a good moment</source>
            <translation>Au bon moment</translation>
        </message>
        <message>
            <source>At most. Moving, water and eyes come on top, where you want them.</source>
            <translation>Au plus. Bouger, l’eau et les yeux viennent en plus, si vous le voulez.</translation>
        </message>
        <message>
            <source>At their own hours</source>
            <translation>À leurs heures</translation>
        </message>
        <message>
            <source>At their own hours, if you want them: under “{view}”.</source>
            <translation>À leurs heures, si vous les voulez : sous « {view} ».</translation>
        </message>
        <message>
            <source>At these times</source>
            <translation>À ces heures</translation>
        </message>
        <message>
            <source>Away message</source>
            <translation>Message d’absence</translation>
        </message>
        <message>
            <source>Breathing</source>
            <translation>Respirer</translation>
        </message>
        <message>
            <source>Change it</source>
            <translation>La modifier</translation>
        </message>
        <message>
            <source>Close a card, and its kind stays away for half a day; again, for longer. A yes brings it back.</source>
            <translation>Fermez une carte, et celles de son genre s’absentent une demi-journée ; encore une fois, plus longtemps. Un oui les ramène.</translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Closing the day</source>
            <translation>Finir la journée</translation>
        </message>
        <message>
            <source>Country of the places to turn to</source>
            <translation>Pays pour « À qui parler »</translation>
        </message>
        <message>
            <source>Delete it</source>
            <translation>La supprimer</translation>
        </message>
        <message>
            <source>Drinking</source>
            <translation>Boire</translation>
        </message>
        <message>
            <source>Eating</source>
            <translation>Manger</translation>
        </message>
        <message>
            <source>Elsewhere</source>
            <translation>Ailleurs</translation>
        </message>
        <message>
            <source>Energy</source>
            <translation>L’énergie</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Anglais</translation>
        </message>
        <message>
            <source>Every</source>
            <translation>Toutes les</translation>
        </message>
        <message>
            <source>Eyes</source>
            <translation>Les yeux</translation>
        </message>
        <message>
            <source>French</source>
            <translation>Français</translation>
        </message>
        <message>
            <source>Good idea</source>
            <translation>Bonne idée</translation>
        </message>
        <message>
            <source>Hand them over together</source>
            <translation>Les remettre ensemble</translation>
        </message>
        <message>
            <source>How far apart</source>
            <translation>L’écart entre deux</translation>
        </message>
        <message>
            <source>How long a card stays</source>
            <translation>Combien de temps une carte reste</translation>
        </message>
        <message>
            <source>How long the breath is</source>
            <translation>Combien dure le souffle</translation>
        </message>
        <message>
            <source>How long you are in then</source>
            <translation>Combien de temps on y reste ensuite</translation>
        </message>
        <message>
            <source>How many in a day</source>
            <translation>Combien par jour</translation>
        </message>
        <message>
            <source>How the card looks</source>
            <translation>L’allure de la carte</translation>
        </message>
        <message>
            <source>How they come</source>
            <translation>Leur rythme</translation>
        </message>
        <message>
            <source>How work goes</source>
            <translation>Comment va le travail</translation>
        </message>
        <message>
            <source>Inside your hours, work notifications wait and come together. None at all can unsettle; three times a day suits most people.</source>
            <translation>Pendant vos horaires, les notifications du travail attendent et arrivent ensemble. N’en recevoir aucune peut inquiéter ; trois fois par jour, cela convient à la plupart des gens.</translation>
        </message>
        <message>
            <source>It is copied for you in the evening. {opening} becomes the next opening; empty is Rideau's own.</source>
            <translation>Il est copié pour vous le soir. {opening} devient la prochaine ouverture ; vide, c’est celui de Rideau.</translation>
        </message>
        <message>
            <source>Keep this tip</source>
            <translation>Garder la carte</translation>
        </message>
        <message>
            <source>Leaving the feed</source>
            <translation>Quitter le fil</translation>
        </message>
        <message>
            <source>Look at it now…</source>
            <translation>La regarder maintenant…</translation>
        </message>
        <message>
            <source>Meeting people</source>
            <translation>Voir du monde</translation>
        </message>
        <message>
            <source>Moving</source>
            <translation>Bouger</translation>
        </message>
        <message>
            <source>Networks that come through at once</source>
            <translation>Les réseaux qui passent tout de suite</translation>
        </message>
        <message>
            <source>Not comparing</source>
            <translation>Ne pas se comparer</translation>
        </message>
        <message>
            <source>Notifications in batches</source>
            <translation>Des notifications groupées</translation>
        </message>
        <message>
            <source>Offered before closing</source>
            <translation>Proposées avant la fermeture</translation>
        </message>
        <message>
            <source>On the button</source>
            <translation>Sur le bouton</translation>
        </message>
        <message>
            <source>Once an hour at most. One minute counts.</source>
            <translation>Une fois par heure au plus. Une minute compte.</translation>
        </message>
        <message>
            <source>One tip</source>
            <translation>Une carte</translation>
        </message>
        <message>
            <source>One to four times, as 10:00, 14:30.</source>
            <translation>D’une à quatre heures, comme 10:00, 14:30.</translation>
        </message>
        <message>
            <source>Only {opening} stands in braces.</source>
            <translation>Seul {opening} s’écrit entre accolades.</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Les gens</translation>
        </message>
        <message>
            <source>People who come through at once</source>
            <translation>Les personnes qui passent tout de suite</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Image</translation>
        </message>
        <message>
            <source>Reminders</source>
            <translation>Rappels</translation>
        </message>
        <message>
            <source>Rest</source>
            <translation>Se reposer</translation>
        </message>
        <message>
            <source>Search the tips</source>
            <translation>Chercher une carte</translation>
        </message>
        <message>
            <source>Sentence</source>
            <translation>Phrase</translation>
        </message>
        <message>
            <source>Show it now</source>
            <translation>La montrer</translation>
        </message>
        <message>
            <source>Slack</source>
            <translation>Slack</translation>
        </message>
        <message>
            <source>The craft</source>
            <translation>Le métier</translation>
        </message>
        <message>
            <source>The last minutes of the day</source>
            <translation>Les dernières minutes de la journée</translation>
        </message>
        <message>
            <source>The phone</source>
            <translation>Le téléphone</translation>
        </message>
        <message>
            <source>The place</source>
            <translation>Le lieu</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <source>There are characters in it that nobody sees. Type it anew.</source>
            <translation>Il s’y trouve des caractères que personne ne voit. Tapez-le à nouveau.</translation>
        </message>
        <message>
            <source>These come only where you want them.</source>
            <translation>Elles ne viennent que si vous le voulez.</translation>
        </message>
        <message>
            <source>Thinking</source>
            <translation>Réfléchir</translation>
        </message>
        <message>
            <source>This one may come</source>
            <translation>Celle-ci peut venir</translation>
        </message>
        <message>
            <source>Three questions on work, a minute at most, for your eyes only. They stay on this computer.</source>
            <translation>Trois questions sur le travail, une minute au plus, pour vous et personne d’autre. Elles restent sur cet ordinateur.</translation>
        </message>
        <message>
            <source>Times of the batches</source>
            <translation>Heures des notifications groupées</translation>
        </message>
        <message>
            <source>Tips</source>
            <translation>Cartes</translation>
        </message>
        <message>
            <source>Tips may come</source>
            <translation>Les cartes peuvent venir</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Les outils</translation>
        </message>
        <message>
            <source>Twice a day at most, in case you are thirsty. No amounts.</source>
            <translation>Deux fois par jour au plus, au cas où vous auriez soif. Sans quantité.</translation>
        </message>
        <message>
            <source>Urgent networks</source>
            <translation>Réseaux urgents</translation>
        </message>
        <message>
            <source>Urgent people</source>
            <translation>Personnes urgentes</translation>
        </message>
        <message>
            <source>Water</source>
            <translation>L’eau</translation>
        </message>
        <message>
            <source>Weeks between two check-ins</source>
            <translation>Semaines entre deux points</translation>
        </message>
        <message>
            <source>What people are told while you are away</source>
            <translation>Ce qu’on répond en votre absence</translation>
        </message>
        <message>
            <source>What went well</source>
            <translation>Ce qui a bien marché</translation>
        </message>
        <message>
            <source>Where a network is set to “pause”: a few seconds and “what for?”, then you are in.</source>
            <translation>Là où un réseau est sur « pause » : quelques secondes et « pour quoi faire ? », puis on entre.</translation>
        </message>
        <message>
            <source>Which tips</source>
            <translation>Quelles cartes</translation>
        </message>
        <message>
            <source>With a soft sound</source>
            <translation>Avec un son discret</translation>
        </message>
        <message>
            <source>Your own</source>
            <translation>Les vôtres</translation>
        </message>
        <message>
            <source>Your tip</source>
            <translation>Votre carte</translation>
        </message>
        <message>
            <source>a breath</source>
            <translation>un souffle</translation>
        </message>
        <message>
            <source>a desk</source>
            <translation>un bureau</translation>
        </message>
        <message>
            <source>a drawer</source>
            <translation>un tiroir</translation>
        </message>
        <message>
            <source>a feather</source>
            <translation>une plume</translation>
        </message>
        <message>
            <source>a feed</source>
            <translation>un fil</translation>
        </message>
        <message>
            <source>a garden</source>
            <translation>un jardin</translation>
        </message>
        <message>
            <source>a glass</source>
            <translation>un verre</translation>
        </message>
        <message>
            <source>a star</source>
            <translation>une étoile</translation>
        </message>
        <message>
            <source>a table</source>
            <translation>une table</translation>
        </message>
        <message>
            <source>a train</source>
            <translation>un train</translation>
        </message>
        <message>
            <source>a walk</source>
            <translation>une promenade</translation>
        </message>
        <message>
            <source>as your hours say</source>
            <translation>celui de vos horaires</translation>
        </message>
        <message>
            <source>at their own hours</source>
            <translation>à leurs heures</translation>
        </message>
        <message>
            <source>fruit</source>
            <translation>des fruits</translation>
        </message>
        <message>
            <source>if you want them</source>
            <translation>si vous les voulez</translation>
        </message>
        <message>
            <source>keys</source>
            <translation>des clés</translation>
        </message>
        <message>
            <source>s</source>
            <translation>s</translation>
        </message>
        <message>
            <source>speech bubbles</source>
            <translation>des bulles</translation>
        </message>
        <message>
            <source>switched off</source>
            <translation>éteint</translation>
        </message>
        <message>
            <source>the horizon</source>
            <translation>l’horizon</translation>
        </message>
        <message>
            <source>the shutter</source>
            <translation>le rideau</translation>
        </message>
        <message>
            <source>the sun</source>
            <translation>le soleil</translation>
        </message>
        <message>
            <source>tools</source>
            <translation>des outils</translation>
        </message>
        <message>
            <source>until I close it</source>
            <translation>jusqu’à ce que je la ferme</translation>
        </message>
        <message>
            <source>weeks</source>
            <translation>semaines</translation>
        </message>
        <message>
            <source>your own</source>
            <translation>à vous</translation>
        </message>
        <message numerus="yes">
            <source>{count} tip</source>
            <translation>
                <numerusform>{count} carte</numerusform>
                <numerusform>{count} cartes</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} tips</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{count} word left</source>
            <translation>
                <numerusform>encore {count} mot</numerusform>
                <numerusform>encore {count} mots</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} words left</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{count} word too many</source>
            <translation>
                <numerusform>{count} mot de trop</numerusform>
                <numerusform>{count} mots de trop</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} words too many</extra-po-msgid_plural>
        </message>
        <message>
            <source>“{name}” is no network of yours or of the catalogue.</source>
            <translation>« {name} » n’est ni l’un de vos réseaux ni du catalogue.</translation>
        </message>
        <message>
            <source>“{theme}” less often</source>
            <translation>« {theme} » moins souvent</translation>
        </message>
        <message>
            <source>“{theme}” may come</source>
            <translation>« {theme} » peut venir</translation>
        </message>
    </context>
    <context>
        <name>ui.wins</name>
        <message>
            <source>Kept.</source>
            <translation>C’est gardé.</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>Laisser partir</translation>
        </message>
        <message>
            <source>Nothing here yet; there is no hurry.</source>
            <translation>Rien ici pour l’instant ; rien ne presse.</translation>
        </message>
        <message>
            <source>One line is enough. Some of them come back to you on harder days.</source>
            <translation>Une ligne suffit. Certaines vous reviendront les jours plus difficiles.</translation>
        </message>
        <message>
            <source>Rideau sends nothing: it opens a mail for you, or copies the line.</source>
            <translation>Rideau n’envoie rien : il vous ouvre un courriel, ou copie la ligne.</translation>
        </message>
        <message>
            <source>Somebody to share them with, when you like</source>
            <translation>Quelqu’un avec qui les partager, quand vous voulez</translation>
        </message>
        <message>
            <source>Something that went well</source>
            <translation>Une chose qui a bien marché</translation>
        </message>
        <message>
            <source>The town hall said thank you</source>
            <translation>La mairie nous a dit merci</translation>
        </message>
        <message>
            <source>Their mail address</source>
            <translation>Son adresse de courriel</translation>
        </message>
        <message>
            <source>Their name</source>
            <translation>Son nom</translation>
        </message>
        <message>
            <source>Write to {name}</source>
            <translation>Écrire à {name}</translation>
        </message>
    </context>
    <context>
        <name>wording</name>
        <message>
            <source>1 {month}</source>
            <translation>1er {month}</translation>
        </message>
        <message>
            <source>A breath before {network}</source>
            <translation>Souffler avant {network}</translation>
        </message>
        <message>
            <source>A breath first</source>
            <translation>Souffler d’abord</translation>
        </message>
        <message>
            <source>A breath was taken before entering.</source>
            <translation>Un souffle avant d’entrer.</translation>
        </message>
        <message>
            <source>A change waits for the opening.</source>
            <translation>Un changement attend l’ouverture.</translation>
        </message>
        <message>
            <source>A check-in was offered.</source>
            <translation>Un point sur le travail a été proposé.</translation>
        </message>
        <message>
            <source>A closed site was asked for.</source>
            <translation>Un site fermé a été demandé.</translation>
        </message>
        <message>
            <source>A closed site was asked for: {network}.</source>
            <translation>Un site fermé a été demandé : {network}.</translation>
        </message>
        <message>
            <source>A few seconds and a question before it opens; the way out comes first.</source>
            <translation>Quelques secondes et une question avant d’ouvrir ; la sortie vient en premier.</translation>
        </message>
        <message>
            <source>A file was put in place to stay: {place}.</source>
            <translation>Un fichier a été posé pour rester : {place}.</translation>
        </message>
        <message>
            <source>A focus session of {length} started.</source>
            <translation>Une séance de concentration de {length} a commencé.</translation>
        </message>
        <message>
            <source>A focus session started by hand.</source>
            <translation>Une séance de concentration commencée à la main.</translation>
        </message>
        <message>
            <source>A focus session started.</source>
            <translation>Une séance de concentration a commencé.</translation>
        </message>
        <message>
            <source>A key opens for a few minutes: a short wait that grows with each, and a reason.</source>
            <translation>Une clé ouvre quelques minutes : une courte attente, qui s’allonge à chaque fois, et une raison.</translation>
        </message>
        <message>
            <source>A key was used, after a wait of {wait}.</source>
            <translation>Une clé a servi, après {wait} d’attente.</translation>
        </message>
        <message>
            <source>A key was used.</source>
            <translation>Une clé a servi.</translation>
        </message>
        <message>
            <source>A later opening was offered, for a whole night's rest.</source>
            <translation>Une ouverture plus tardive a été proposée, pour un repos entier.</translation>
        </message>
        <message>
            <source>A later opening was spoken of, for a whole night's rest.</source>
            <translation>Il a été question d’ouvrir plus tard, pour un repos entier.</translation>
        </message>
        <message>
            <source>A passphrase was tried that is not the one.</source>
            <translation>Une phrase secrète a été essayée, ce n’était pas la bonne.</translation>
        </message>
        <message>
            <source>A pause in your focus session; it goes on by itself.</source>
            <translation>Une pause dans votre séance de concentration ; elle reprend d’elle-même.</translation>
        </message>
        <message>
            <source>A pause of {length} in a focus session.</source>
            <translation>Une pause de {length} dans une séance de concentration.</translation>
        </message>
        <message>
            <source>A public holiday.</source>
            <translation>Un jour férié.</translation>
        </message>
        <message>
            <source>A question kept overnight often answers itself.</source>
            <translation>Une question qui dort une nuit trouve souvent sa réponse.</translation>
        </message>
        <message>
            <source>A script stands ready that puts everything back should Rideau be gone.</source>
            <translation>Un script est prêt à tout remettre en place si Rideau venait à disparaître.</translation>
        </message>
        <message>
            <source>A tip was shown.</source>
            <translation>Une carte a été montrée.</translation>
        </message>
        <message>
            <source>AM</source>
            <translation>AM</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>After two weeks, it was asked whether the curtain holds as you like.</source>
            <translation>Au bout de deux semaines, il a été demandé si le rideau tient comme vous l’aimez.</translation>
        </message>
        <message>
            <source>An app that was started while closed stands still.</source>
            <translation>Une application lancée pendant la fermeture est en attente.</translation>
        </message>
        <message>
            <source>An app was closed at closing time.</source>
            <translation>Une application a été fermée à l’heure de la fermeture.</translation>
        </message>
        <message>
            <source>An app was started while closed.</source>
            <translation>Une application a été lancée pendant la fermeture.</translation>
        </message>
        <message>
            <source>App</source>
            <translation>Application</translation>
        </message>
        <message>
            <source>Apps closed</source>
            <translation>Applications fermées</translation>
        </message>
        <message>
            <source>Apr</source>
            <translation>avr.</translation>
        </message>
        <message>
            <source>April</source>
            <translation>avril</translation>
        </message>
        <message>
            <source>Are clients among the friends or contacts of a private account?</source>
            <translation>Des clients sont-ils parmi les amis ou contacts d’un compte privé ?</translation>
        </message>
        <message>
            <source>Asked for; it stayed as it was.</source>
            <translation>Demandé ; tout est resté comme avant.</translation>
        </message>
        <message>
            <source>Aug</source>
            <translation>août</translation>
        </message>
        <message>
            <source>August</source>
            <translation>août</translation>
        </message>
        <message>
            <source>Away</source>
            <translation>En congé</translation>
        </message>
        <message>
            <source>Back to the schedule.</source>
            <translation>Retour aux horaires.</translation>
        </message>
        <message>
            <source>Breathe in, and slowly out. Then see whether you still want to.</source>
            <translation>Inspirez, puis expirez lentement. Voyez ensuite si vous en avez toujours envie.</translation>
        </message>
        <message>
            <source>Browsers that an administrator manages keep sites closed.</source>
            <translation>Les navigateurs gérés par l’administration gardent des sites fermés.</translation>
        </message>
        <message>
            <source>Browsers that an administrator manages take sites to close from Rideau.</source>
            <translation>Les navigateurs gérés par l’administration prennent chez Rideau les sites à fermer.</translation>
        </message>
        <message>
            <source>Call somebody you like. Two minutes count.</source>
            <translation>Appelez quelqu’un que vous aimez bien. Deux minutes, cela compte.</translation>
        </message>
        <message>
            <source>Changes were put back.</source>
            <translation>Tout a été remis en place.</translation>
        </message>
        <message>
            <source>Close and mute</source>
            <translation>Fermer et mettre en sourdine</translation>
        </message>
        <message>
            <source>Close this card, and they stay as they are.</source>
            <translation>Fermez cette carte, et rien ne change.</translation>
        </message>
        <message>
            <source>Closed by hand.</source>
            <translation>Fermé à la main.</translation>
        </message>
        <message>
            <source>Closed by hand: “{label}”.</source>
            <translation>Fermé à la main : « {label} ».</translation>
        </message>
        <message>
            <source>Closed for now. {see_you}</source>
            <translation>Fermé pour l’instant. {see_you}</translation>
        </message>
        <message>
            <source>Closed for today. {see_you}</source>
            <translation>Fermé pour aujourd’hui. {see_you}</translation>
        </message>
        <message>
            <source>Closed on {date}.</source>
            <translation>Fermé le {date}.</translation>
        </message>
        <message>
            <source>Closed.</source>
            <translation>Fermé.</translation>
        </message>
        <message>
            <source>Closes, and no key opens before the next opening.</source>
            <translation>Ferme, et aucune clé n’ouvre avant la prochaine ouverture.</translation>
        </message>
        <message>
            <source>Closes; a key opens for a few minutes, after a short wait and for a reason.</source>
            <translation>Ferme ; une clé ouvre quelques minutes, après une courte attente et pour une raison.</translation>
        </message>
        <message>
            <source>Closing at {time}</source>
            <translation>Fermeture à {time}</translation>
        </message>
        <message>
            <source>Closing at {time} would leave them whole.</source>
            <translation>Fermer à {time} les laisserait entières.</translation>
        </message>
        <message>
            <source>Connected, version {versions}.</source>
            <translation>Connectée, version {versions}.</translation>
        </message>
        <message>
            <source>Crisis</source>
            <translation>Crise</translation>
        </message>
        <message>
            <source>Dec</source>
            <translation>déc.</translation>
        </message>
        <message>
            <source>December</source>
            <translation>décembre</translation>
        </message>
        <message>
            <source>Do you follow clients from a private account?</source>
            <translation>Suivez-vous des clients depuis un compte privé ?</translation>
        </message>
        <message>
            <source>Do you run clients' pages or accounts from a private account?</source>
            <translation>Gérez-vous des pages ou des comptes de clients depuis un compte privé ?</translation>
        </message>
        <message>
            <source>Done on {date}</source>
            <translation>Fait le {date}</translation>
        </message>
        <message>
            <source>Ended by hand while closed, after a wait of {wait}.</source>
            <translation>Rideau a été quitté à la main pendant la fermeture, après {wait} d’attente.</translation>
        </message>
        <message>
            <source>Every evening is free.</source>
            <translation>Toutes les soirées sont libres.</translation>
        </message>
        <message>
            <source>Everything was put back by hand while closed, after a wait of {wait}.</source>
            <translation>Tout a été remis en place à la main pendant la fermeture, après {wait} d’attente.</translation>
        </message>
        <message>
            <source>Extension</source>
            <translation>Extension</translation>
        </message>
        <message>
            <source>Feb</source>
            <translation>févr.</translation>
        </message>
        <message>
            <source>February</source>
            <translation>février</translation>
        </message>
        <message>
            <source>Firm</source>
            <translation>Ferme</translation>
        </message>
        <message>
            <source>Five more minutes at closing time.</source>
            <translation>Cinq minutes de plus à la fermeture.</translation>
        </message>
        <message numerus="yes">
            <source>Five more minutes can be had once.</source>
            <translation>
                <numerusform>Cinq minutes de plus, encore une fois.</numerusform>
                <numerusform>Cinq minutes de plus, encore {count} fois.</numerusform>
            </translation>
            <extra-po-msgid_plural>Five more minutes can be had {count} times.</extra-po-msgid_plural>
        </message>
        <message>
            <source>Follow clients from work instead</source>
            <translation>Suivre les clients depuis le travail</translation>
        </message>
        <message>
            <source>For now</source>
            <translation>Pour l’instant</translation>
        </message>
        <message>
            <source>For private windows, allow it there in its details.</source>
            <translation>Pour les fenêtres privées, autorisez-la dans ses détails.</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>ven.</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>vendredi</translation>
        </message>
        <message>
            <source>From {end} to {start} there are {found} of rest; {due} are due (Directive 2003/88/EC, article 3; in France, L3131-1; read November 2026). {way} Agreements may differ, and the choice is yours.</source>
            <translation>De {end} à {start}, il reste {found} de repos ; {due} sont dues (directive 2003/88/CE, article 3 ; en France, L3131-1 ; lus en novembre 2026). {way} Un accord peut en disposer autrement, et le choix vous appartient.</translation>
        </message>
        <message>
            <source>From {start} to {end} you have {length} of rest. {rule} Opening at {later} would leave it whole.</source>
            <translation>De {start} à {end}, vous avez {length} de repos. {rule} En ouvrant à {later}, il serait entier.</translation>
        </message>
        <message>
            <source>GNOME holds back the pop-ups of {name}.</source>
            <translation>Bulles retenues dans GNOME : {name}.</translation>
        </message>
        <message>
            <source>Gate</source>
            <translation>Porte</translation>
        </message>
        <message>
            <source>Gentle</source>
            <translation>Doux</translation>
        </message>
        <message>
            <source>Give the clients' accounts a home at work</source>
            <translation>Donner aux comptes des clients une place au travail</translation>
        </message>
        <message>
            <source>Go in for {length}</source>
            <translation>Entrer pour {length}</translation>
        </message>
        <message>
            <source>Good morning</source>
            <translation>Bonjour</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Lien</translation>
        </message>
        <message>
            <source>Id</source>
            <translation>Id</translation>
        </message>
        <message>
            <source>In this sandbox, Firefox reaches Rideau through a portal of the desktop (xdg-native-messaging-proxy for Flatpak), where that is installed. This was not tried yet.</source>
            <translation>Depuis ce bac à sable, Firefox joint Rideau par un portail du bureau (xdg-native-messaging-proxy pour Flatpak), s’il est installé. Cela n’a pas encore été essayé.</translation>
        </message>
        <message>
            <source>It belongs to no network that Rideau knows.</source>
            <translation>Cela n’appartient à aucun réseau que Rideau connaisse.</translation>
        </message>
        <message>
            <source>It is closed now: what you tightened holds at once, what would open it waits {until}.</source>
            <translation>C’est fermé en ce moment : ce que vous resserrez vaut tout de suite, ce qui ouvrirait attend {until}.</translation>
        </message>
        <message>
            <source>It is closed now: what you tightened holds at once, what would open it waits.</source>
            <translation>C’est fermé en ce moment : ce que vous resserrez vaut tout de suite, ce qui ouvrirait attend.</translation>
        </message>
        <message>
            <source>It is open, notifications and all. Rideau does nothing.</source>
            <translation>Tout est ouvert, notifications comprises. Rideau ne fait rien.</translation>
        </message>
        <message>
            <source>It opens later, for a whole night's rest.</source>
            <translation>L’ouverture est plus tardive, pour un repos entier.</translation>
        </message>
        <message>
            <source>It stays open. Notifications and sound wait until later.</source>
            <translation>Cela reste ouvert. Notifications et sons attendent plus tard.</translation>
        </message>
        <message>
            <source>It takes no work day: you would be free anyway.</source>
            <translation>Cela ne prend aucun jour de travail : vous seriez libre de toute façon.</translation>
        </message>
        <message numerus="yes">
            <source>It takes part of one work day.</source>
            <translation>
                <numerusform>Cela prend une partie d’un jour de travail.</numerusform>
                <numerusform>Cela prend une partie de {count} jours de travail.</numerusform>
            </translation>
            <extra-po-msgid_plural>It takes part of {count} work days.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>It takes {count} work day.</source>
            <translation>
                <numerusform>Cela prend {count} jour de travail.</numerusform>
                <numerusform>Cela prend {count} jours de travail.</numerusform>
            </translation>
            <extra-po-msgid_plural>It takes {count} work days.</extra-po-msgid_plural>
        </message>
        <message>
            <source>It's urgent</source>
            <translation>C’est urgent</translation>
        </message>
        <message>
            <source>Its own ({own}), and one made by Rideau ({made}).</source>
            <translation>Le sien ({own}), et un créé par Rideau ({made}).</translation>
        </message>
        <message>
            <source>Its own only; “rideau browse personal” makes a private one.</source>
            <translation>Le sien seulement ; « rideau browse personal » en crée un pour la vie privée.</translation>
        </message>
        <message>
            <source>Its own only; “rideau browse work” makes one for work.</source>
            <translation>Le sien seulement ; « rideau browse work » en crée un pour le travail.</translation>
        </message>
        <message>
            <source>Its sites and apps are closed. Notifications and sound wait until later.</source>
            <translation>Sites et applications sont fermés. Notifications et sons attendent plus tard.</translation>
        </message>
        <message>
            <source>Jan</source>
            <translation>janv.</translation>
        </message>
        <message>
            <source>January</source>
            <translation>janvier</translation>
        </message>
        <message>
            <source>Jul</source>
            <translation>juil.</translation>
        </message>
        <message>
            <source>July</source>
            <translation>juillet</translation>
        </message>
        <message>
            <source>Jun</source>
            <translation>juin</translation>
        </message>
        <message>
            <source>June</source>
            <translation>juin</translation>
        </message>
        <message>
            <source>KDE's proxy settings lead browsers through Rideau's gate.</source>
            <translation>Les réglages de proxy de KDE font passer les navigateurs par la porte de Rideau.</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Clé</translation>
        </message>
        <message>
            <source>Key {number} since closing; the wait is {length}.</source>
            <translation>La clé numéro {number} depuis la fermeture ; l’attente est de {length}.</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Clés</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Genre</translation>
        </message>
        <message>
            <source>Lately a little less than before.</source>
            <translation>Ces derniers temps, un peu moins qu’avant.</translation>
        </message>
        <message>
            <source>Lately a little more than before.</source>
            <translation>Ces derniers temps, un peu plus qu’avant.</translation>
        </message>
        <message>
            <source>Lately about the same as before.</source>
            <translation>Ces derniers temps, à peu près comme avant.</translation>
        </message>
        <message>
            <source>Leave alone</source>
            <translation>Laisser tranquille</translation>
        </message>
        <message>
            <source>Leave it for tomorrow</source>
            <translation>Laisser pour demain</translation>
        </message>
        <message>
            <source>Leave.</source>
            <translation>Congé.</translation>
        </message>
        <message>
            <source>Leave: “{label}”.</source>
            <translation>Congé : « {label} ».</translation>
        </message>
        <message>
            <source>Less often</source>
            <translation>Moins souvent</translation>
        </message>
        <message>
            <source>Let clients find you at work</source>
            <translation>Donner rendez-vous aux clients au travail</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>Limiter</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Verrou</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>Verrouillé</translation>
        </message>
        <message>
            <source>Longest rest {longest} ({due} are due each week).</source>
            <translation>Plus long repos : {longest} ({due} sont dues chaque semaine).</translation>
        </message>
        <message>
            <source>Look out of the window for a minute; something has changed out there.</source>
            <translation>Regardez une minute par la fenêtre : quelque chose y a changé.</translation>
        </message>
        <message>
            <source>Mar</source>
            <translation>mars</translation>
        </message>
        <message>
            <source>March</source>
            <translation>mars</translation>
        </message>
        <message>
            <source>May</source>
            <translation>mai</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>lun.</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>lundi</translation>
        </message>
        <message>
            <source>Mute</source>
            <translation>Mettre en sourdine</translation>
        </message>
        <message>
            <source>Muted</source>
            <translation>En sourdine</translation>
        </message>
        <message>
            <source>Mutes, and never closes anything.</source>
            <translation>Met en sourdine, et ne ferme jamais rien.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Réseau</translation>
        </message>
        <message>
            <source>No answer yet.</source>
            <translation>Pas encore de réponse.</translation>
        </message>
        <message>
            <source>No app is installed here that your menu knows.</source>
            <translation>Votre menu ne connaît aucune application installée ici.</translation>
        </message>
        <message>
            <source>No hours yet: always closed. Double-click in a day to open.</source>
            <translation>Pas encore d’horaires : toujours fermé. Double-cliquez dans un jour pour ouvrir.</translation>
        </message>
        <message>
            <source>No key opens before that; the emergency exit takes ten minutes of waiting.</source>
            <translation>Aucune clé n’ouvre avant ; l’issue de secours demande dix minutes d’attente.</translation>
        </message>
        <message>
            <source>No reply needed before {opening}.</source>
            <translation>Pas besoin de répondre avant {opening}.</translation>
        </message>
        <message>
            <source>No step to take so far.</source>
            <translation>Aucune étape pour l’instant.</translation>
        </message>
        <message>
            <source>Not connected.</source>
            <translation>Non connectée.</translation>
        </message>
        <message>
            <source>Not covered</source>
            <translation>Non couvert</translation>
        </message>
        <message>
            <source>Not everything came back</source>
            <translation>Tout n’est pas revenu</translation>
        </message>
        <message>
            <source>Not known while Rideau is not running.</source>
            <translation>Inconnu tant que Rideau ne tourne pas.</translation>
        </message>
        <message>
            <source>Nothing closes tonight. {said}</source>
            <translation>Rien ne ferme ce soir. {said}</translation>
        </message>
        <message>
            <source>Nothing closes tonight: none of your networks is for work yet.</source>
            <translation>Rien ne ferme ce soir : aucun de vos réseaux n’est encore du côté du travail.</translation>
        </message>
        <message>
            <source>Nothing closes: your shop is open around the clock until you draw your hours.</source>
            <translation>Rien ne ferme : votre boutique reste ouverte jour et nuit tant que vos horaires ne sont pas dessinés.</translation>
        </message>
        <message>
            <source>Nothing to put back: everything is as it was.</source>
            <translation>Rien à remettre en place : tout est comme avant.</translation>
        </message>
        <message>
            <source>Notifications come together at the next opening</source>
            <translation>Notifications groupées à la prochaine ouverture</translation>
        </message>
        <message>
            <source>Notifications come together at {time}</source>
            <translation>Notifications groupées à {time}</translation>
        </message>
        <message>
            <source>Nov</source>
            <translation>nov.</translation>
        </message>
        <message>
            <source>November</source>
            <translation>novembre</translation>
        </message>
        <message>
            <source>Oct</source>
            <translation>oct.</translation>
        </message>
        <message>
            <source>October</source>
            <translation>octobre</translation>
        </message>
        <message>
            <source>On call</source>
            <translation>D’astreinte</translation>
        </message>
        <message>
            <source>Once you are in, load the page again.</source>
            <translation>Une fois à l’intérieur, rechargez la page.</translation>
        </message>
        <message numerus="yes">
            <source>One change is back as it was.</source>
            <translation>
                <numerusform>Un changement a été remis comme avant.</numerusform>
                <numerusform>{count} changements ont été remis comme avant.</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} changes are back as they were.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>One more is taken in part.</source>
            <translation>
                <numerusform>Un autre est pris en partie.</numerusform>
                <numerusform>{count} autres sont pris en partie.</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} more are taken in part.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>One thing that waited was given back.</source>
            <translation>
                <numerusform>Un message qui attendait a été rendu.</numerusform>
                <numerusform>{count} messages qui attendaient ont été rendus.</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} things that waited were given back.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>One thing waited.</source>
            <translation>
                <numerusform>Un message a attendu.</numerusform>
                <numerusform>{count} messages ont attendu.</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} things waited.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>One thing waited. Here it is, quietly.</source>
            <translation>
                <numerusform>Un message a attendu. Le voici, tranquillement.</numerusform>
                <numerusform>{count} messages ont attendu. Les voici, tranquillement.</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} things waited. Here they are, quietly.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>One thing waits for the next opening.</source>
            <translation>
                <numerusform>Un message attend la prochaine ouverture.</numerusform>
                <numerusform>{count} messages attendent la prochaine ouverture.</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} things wait for the next opening.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>One used since closing; the next one waits {wait}.</source>
            <translation>
                <numerusform>Une a servi depuis la fermeture ; la suivante attend {wait}.</numerusform>
                <numerusform>{count} ont servi depuis la fermeture ; la suivante attend {wait}.</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} used since closing; the next one waits {wait}.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>One was about something that is gone.</source>
            <translation>
                <numerusform>Un autre portait sur quelque chose qui n’existe plus.</numerusform>
                <numerusform>{count} autres portaient sur des choses qui n’existent plus.</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} were about things that are gone.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>One was changed by someone else since, and stays.</source>
            <translation>
                <numerusform>Un autre a été modifié depuis par quelqu’un, et reste ainsi.</numerusform>
                <numerusform>{count} autres ont été modifiés depuis par quelqu’un, et restent ainsi.</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} were changed by someone else since, and stay.</extra-po-msgid_plural>
        </message>
        <message>
            <source>Open about:config and set xpinstall.signatures.required to false; then pack the extension with “make extension” in Rideau's source and install it from about:addons.</source>
            <translation>Ouvrez about:config et mettez xpinstall.signatures.required à false ; puis empaquetez l’extension avec « make extension » dans les sources de Rideau et installez-la depuis about:addons.</translation>
        </message>
        <message>
            <source>Open at {time}</source>
            <translation>Ouvrir à {time}</translation>
        </message>
        <message>
            <source>Open for 10 minutes. The curtain comes back by itself.</source>
            <translation>Ouvert dix minutes. Le rideau redescendra tout seul.</translation>
        </message>
        <message numerus="yes">
            <source>Open for {count} minute of real use a day, shared by all that are limited. Then closed until tomorrow.</source>
            <translation>
                <numerusform>Ouvert pour {count} minute d’usage réel par jour, partagée par tous les réseaux limités. Fermé ensuite jusqu’à demain.</numerusform>
                <numerusform>Ouvert pour {count} minutes d’usage réel par jour, partagées par tous les réseaux limités. Fermé ensuite jusqu’à demain.</numerusform>
            </translation>
            <extra-po-msgid_plural>Open for {count} minutes of real use a day, shared by all that are limited. Then closed until tomorrow.</extra-po-msgid_plural>
        </message>
        <message>
            <source>Open for {length}</source>
            <translation>Ouvrir {length}</translation>
        </message>
        <message>
            <source>Open for {length}. The curtain comes back by itself.</source>
            <translation>Ouvert {length}. Le rideau redescendra tout seul.</translation>
        </message>
        <message>
            <source>Open until {time}</source>
            <translation>Ouvert jusqu’à {time}</translation>
        </message>
        <message>
            <source>Open while you set Rideau up.</source>
            <translation>Ouvert pendant que vous réglez Rideau.</translation>
        </message>
        <message>
            <source>Open {page}, switch “Developer mode” on, choose “Load unpacked” and pick {folder}. Leave developer mode on: the browser switches the extension off without it. It is in no store yet.</source>
            <translation>Ouvrez {page}, activez le « Mode développeur », choisissez « Charger l’extension non empaquetée » puis {folder}. Laissez ce mode activé : sans lui, le navigateur désactive l’extension. Elle n’est encore dans aucune boutique.</translation>
        </message>
        <message>
            <source>Opened by hand for {length}: “{reason}”.</source>
            <translation>Ouvert à la main pour {length} : « {reason} ».</translation>
        </message>
        <message>
            <source>Opened by hand.</source>
            <translation>Ouvert à la main.</translation>
        </message>
        <message>
            <source>Opened by hand: “{label}”.</source>
            <translation>Ouvert à la main : « {label} ».</translation>
        </message>
        <message>
            <source>Opening at {time} would leave them whole.</source>
            <translation>Ouvrir à {time} les laisserait entières.</translation>
        </message>
        <message>
            <source>Opens in {length}</source>
            <translation>Ouvre dans {length}</translation>
        </message>
        <message>
            <source>Opens in {wait}.</source>
            <translation>Ouverture dans {wait}.</translation>
        </message>
        <message numerus="yes">
            <source>Opens {when}.</source>
            <translation>
                <numerusform>Ouvre {when}.</numerusform>
                <numerusform>Ouvrent {when}.</numerusform>
            </translation>
            <extra-po-msgid_plural>They open {when}.</extra-po-msgid_plural>
        </message>
        <message>
            <source>Other hours on {date}: {hours}.</source>
            <translation>Autres horaires le {date} : {hours}.</translation>
        </message>
        <message>
            <source>Other hours than usual.</source>
            <translation>D’autres horaires que d’habitude.</translation>
        </message>
        <message>
            <source>Outside your work hours.</source>
            <translation>En dehors de vos horaires.</translation>
        </message>
        <message>
            <source>PM</source>
            <translation>PM</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Personal networks</source>
            <translation>Réseaux personnels</translation>
        </message>
        <message>
            <source>Plasma holds back the pop-ups of {name}.</source>
            <translation>Bulles retenues dans Plasma : {name}.</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>Problème</translation>
        </message>
        <message>
            <source>Profiles</source>
            <translation>Profils</translation>
        </message>
        <message>
            <source>Public holiday: {label}.</source>
            <translation>Jour férié : {label}.</translation>
        </message>
        <message>
            <source>Put one song on, and do nothing else for as long as it plays.</source>
            <translation>Mettez un morceau, et ne faites rien d’autre tant qu’il joue.</translation>
        </message>
        <message>
            <source>Quiet</source>
            <translation>Au calme</translation>
        </message>
        <message>
            <source>Rideau ended.</source>
            <translation>Rideau s’est arrêté.</translation>
        </message>
        <message>
            <source>Rideau ends in {wait}.</source>
            <translation>Rideau s’arrête dans {wait}.</translation>
        </message>
        <message>
            <source>Rideau started.</source>
            <translation>Rideau a démarré.</translation>
        </message>
        <message>
            <source>Rideau was ended by another hand while closed, and went on.</source>
            <translation>Rideau a été arrêté d’une autre main pendant la fermeture, et a continué.</translation>
        </message>
        <message>
            <source>Run “rideau browsers install {browser}”.</source>
            <translation>Lancez « rideau browsers install {browser} ».</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>sam.</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>samedi</translation>
        </message>
        <message>
            <source>See you at {time}.</source>
            <translation>Rendez-vous à {time}.</translation>
        </message>
        <message>
            <source>See you on {date} at {time}.</source>
            <translation>Rendez-vous le {date} à {time}.</translation>
        </message>
        <message>
            <source>See you tomorrow at {time}.</source>
            <translation>À demain, {time}.</translation>
        </message>
        <message>
            <source>See you {day} at {time}.</source>
            <translation>À {day}, {time}.</translation>
        </message>
        <message>
            <source>Sep</source>
            <translation>sept.</translation>
        </message>
        <message>
            <source>September</source>
            <translation>septembre</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Shortest rest {shortest} ({due} are due between two days).</source>
            <translation>Plus court repos : {shortest} ({due} sont dues entre deux jours).</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Depuis</translation>
        </message>
        <message>
            <source>Sites are closed by the gate alone, without the friendly page. The same browser from your distribution's own packages or from its maker has no such limit.</source>
            <translation>Seule la porte ferme les sites, sans la page aimable. Le même navigateur venant des paquets de votre distribution ou de son éditeur n’a pas cette limite.</translation>
        </message>
        <message>
            <source>Sites closed</source>
            <translation>Sites fermés</translation>
        </message>
        <message>
            <source>Something did not work.</source>
            <translation>Quelque chose n’a pas marché.</translation>
        </message>
        <message>
            <source>Something on your mind? Write it down; it will be here tomorrow.</source>
            <translation>Une idée en tête ? Notez-la, elle vous attendra demain.</translation>
        </message>
        <message>
            <source>Something that another version of Rideau changed: {place}.</source>
            <translation>Quelque chose qu’une autre version de Rideau a changé : {place}.</translation>
        </message>
        <message>
            <source>Something was opened in a file; it stayed closed.</source>
            <translation>Une ouverture a été écrite dans un fichier ; c’est resté fermé.</translation>
        </message>
        <message>
            <source>Something would have opened early; it stayed closed.</source>
            <translation>Quelque chose se serait ouvert en avance ; c’est resté fermé.</translation>
        </message>
        <message>
            <source>Stand up, stretch, drink a glass of water. Then see what you still want.</source>
            <translation>Levez-vous, étirez-vous, buvez un verre d’eau. Puis voyez ce dont vous avez encore envie.</translation>
        </message>
        <message>
            <source>Starting at login was switched off while closed.</source>
            <translation>Le démarrage à l’ouverture de session a été coupé pendant la fermeture.</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>dim.</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>dimanche</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Cible</translation>
        </message>
        <message>
            <source>Ten slow breaths take less time than one more scroll.</source>
            <translation>Dix respirations lentes prennent moins de temps qu’un défilement de plus.</translation>
        </message>
        <message>
            <source>Thank you for your message. I am away now, and will answer when I am back.</source>
            <translation>Merci pour votre message. Je m’absente pour le moment et vous répondrai à mon retour.</translation>
        </message>
        <message>
            <source>Thank you for your message. I am back on {opening}, and will answer then. No need to write again.</source>
            <translation>Merci pour votre message. Je suis de retour {opening} et vous répondrai alors. Inutile de réécrire d’ici là.</translation>
        </message>
        <message>
            <source>The European rule is {hours} hours in a row (Directive 2003/88, article 3, read November 2026); agreements may differ.</source>
            <translation>La règle européenne est de {hours} heures d’affilée (directive 2003/88, article 3, lue en novembre 2026) ; des accords peuvent en décider autrement.</translation>
        </message>
        <message>
            <source>The best idea of the week may come on a walk.</source>
            <translation>La meilleure idée de la semaine viendra peut-être en marchant.</translation>
        </message>
        <message>
            <source>The browser's extension finds Rideau through {place}.</source>
            <translation>L’extension du navigateur trouve Rideau grâce à {place}.</translation>
        </message>
        <message>
            <source>The browser's sandbox lets the extension reach no program outside.</source>
            <translation>Le bac à sable du navigateur ne laisse l’extension joindre aucun programme au-dehors.</translation>
        </message>
        <message>
            <source>The clock was moved; the opening stayed where it was.</source>
            <translation>L’horloge a été déplacée ; l’ouverture est restée où elle était.</translation>
        </message>
        <message>
            <source>The curtain comes down at {time}.</source>
            <translation>Le rideau descend à {time}.</translation>
        </message>
        <message>
            <source>The day's allowance is used up; tomorrow brings a new one.</source>
            <translation>Le temps du jour est écoulé ; demain en apporte un nouveau.</translation>
        </message>
        <message>
            <source>The day's allowance was used up.</source>
            <translation>Le temps du jour s’est écoulé.</translation>
        </message>
        <message>
            <source>The default.</source>
            <translation>Comme au départ.</translation>
        </message>
        <message>
            <source>The desktop's proxy settings lead browsers through Rideau's gate.</source>
            <translation>Les réglages de proxy du bureau font passer les navigateurs par la porte de Rideau.</translation>
        </message>
        <message>
            <source>The door opens after {length}.</source>
            <translation>La porte s’ouvre après {length}.</translation>
        </message>
        <message>
            <source>The emergency exit was used, after a wait of {wait}.</source>
            <translation>L’issue de secours a servi, après {wait} d’attente.</translation>
        </message>
        <message>
            <source>The extension can reach Rideau.</source>
            <translation>L’extension peut joindre Rideau.</translation>
        </message>
        <message>
            <source>The extension would find another Rideau than this one.</source>
            <translation>L’extension trouverait un autre Rideau que celui-ci.</translation>
        </message>
        <message>
            <source>The extra minutes are used up.</source>
            <translation>Les minutes de plus sont épuisées.</translation>
        </message>
        <message>
            <source>The fourth key since closing</source>
            <translation>La quatrième clé depuis la fermeture</translation>
        </message>
        <message>
            <source>The gentle lock level mutes and never closes.</source>
            <translation>Le niveau doux met en sourdine et ne ferme jamais.</translation>
        </message>
        <message>
            <source>The kettle is closer than the inbox.</source>
            <translation>La bouilloire est plus proche que la boîte de réception.</translation>
        </message>
        <message>
            <source>The last minutes before closing.</source>
            <translation>Les dernières minutes avant la fermeture.</translation>
        </message>
        <message>
            <source>The last minutes of {hours}.</source>
            <translation>Les dernières minutes de {hours}.</translation>
        </message>
        <message>
            <source>The launcher {name} starts its browser through Rideau's gate.</source>
            <translation>Le lanceur {name} démarre son navigateur par la porte de Rideau.</translation>
        </message>
        <message>
            <source>The line begins with your second answer.</source>
            <translation>La ligne commence à votre deuxième réponse.</translation>
        </message>
        <message>
            <source>The lock is on: nothing opens before the next opening.</source>
            <translation>Le verrou est mis : rien n’ouvre avant la prochaine ouverture.</translation>
        </message>
        <message>
            <source>The lock keeps it so.</source>
            <translation>Le verrou le maintient.</translation>
        </message>
        <message>
            <source>The longest rest of the coming week is {length}. The European rule is {hours} hours in one piece in each week (Directive 2003/88, article 5, read November 2026); agreements may differ.</source>
            <translation>Le plus long repos de la semaine à venir est de {length}. La règle européenne est de {hours} heures d’affilée chaque semaine (directive 2003/88, article 5, lue en novembre 2026) ; des accords peuvent en décider autrement.</translation>
        </message>
        <message>
            <source>The longest rest of {week} is {found}; {due} are due in one piece each week (Directive 2003/88/EC, article 5; in France, L3132-2; read November 2026). Agreements may differ, and the choice is yours.</source>
            <translation>Le plus long repos ({week}) est de {found} ; {due} d’un seul tenant sont dues chaque semaine (directive 2003/88/CE, article 5 ; en France, L3132-2 ; lus en novembre 2026). Un accord peut en disposer autrement, et le choix vous appartient.</translation>
        </message>
        <message>
            <source>The menu has a launcher of Rideau's: {place}.</source>
            <translation>Le menu contient un lanceur de Rideau : {place}.</translation>
        </message>
        <message numerus="yes">
            <source>The one step is done.</source>
            <translation>
                <numerusform>La seule étape est faite.</numerusform>
                <numerusform>Les {count} étapes sont faites.</numerusform>
            </translation>
            <extra-po-msgid_plural>All {count} steps are done.</extra-po-msgid_plural>
        </message>
        <message>
            <source>The phase changed.</source>
            <translation>La phase a changé.</translation>
        </message>
        <message>
            <source>The second key since closing</source>
            <translation>La deuxième clé depuis la fermeture</translation>
        </message>
        <message>
            <source>The small window of the evening or the morning came.</source>
            <translation>La petite fenêtre du soir ou du matin est venue.</translation>
        </message>
        <message>
            <source>The sound of {name} is muted.</source>
            <translation>{name} est en sourdine.</translation>
        </message>
        <message>
            <source>The third key since closing</source>
            <translation>La troisième clé depuis la fermeture</translation>
        </message>
        <message>
            <source>The wind-down was offered.</source>
            <translation>La petite fenêtre de fin de journée a été proposée.</translation>
        </message>
        <message>
            <source>The wind-down was opened.</source>
            <translation>La petite fenêtre de fin de journée a été ouverte.</translation>
        </message>
        <message>
            <source>The words change each time.</source>
            <translation>Les mots changent à chaque fois.</translation>
        </message>
        <message>
            <source>Then Rideau keeps office hours: {first} to {last}, {hours}. The settings change them.</source>
            <translation>Ensuite, Rideau suit des horaires de bureau : du {first} au {last}, {hours}. Les réglages les changent.</translation>
        </message>
        <message>
            <source>This Firefox keeps an extension that Mozilla has not signed only where an administrator allows it: “rideau browsers install --managed {browser}” asks for the password and does.</source>
            <translation>Ce Firefox ne garde une extension non signée par Mozilla que si l’administration le permet : « rideau browsers install --managed {browser} » demande le mot de passe et s’en charge.</translation>
        </message>
        <message>
            <source>This Firefox keeps only extensions that Mozilla has signed, and Rideau's is not yet: until then the gate closes sites without the friendly page. Firefox ESR takes it.</source>
            <translation>Ce Firefox ne garde que les extensions signées par Mozilla, et celle de Rideau ne l’est pas encore : d’ici là, la porte ferme les sites sans la page aimable. Firefox ESR l’accepte.</translation>
        </message>
        <message>
            <source>This is a signal from work, not a medical result. It compares you with nobody.</source>
            <translation>C’est un signal qui vient du travail, pas un résultat médical. Il ne vous compare à personne.</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>jeu.</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>jeudi</translation>
        </message>
        <message>
            <source>Time enough to finish what you are at; then those sites and apps close for today.</source>
            <translation>Le temps de finir ce qui est en cours ; ensuite, ces sites et applications ferment pour aujourd’hui.</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>À faire</translation>
        </message>
        <message>
            <source>To try it until the browser ends: open {page}, choose “Load Temporary Add-on” and pick {folder}/manifest.json.</source>
            <translation>Pour l’essayer jusqu’à la fermeture du navigateur : ouvrez {page}, choisissez « Charger un module complémentaire temporaire » puis {folder}/manifest.json.</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Today is {holiday}: {said}</source>
            <translation>Aujourd’hui, {holiday} : {said}</translation>
        </message>
        <message>
            <source>Today's allowance is used up</source>
            <translation>Le temps du jour est écoulé</translation>
        </message>
        <message>
            <source>Today's allowance: {length} left</source>
            <translation>Temps du jour : encore {length}</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>mar.</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>mardi</translation>
        </message>
        <message>
            <source>Turn them off</source>
            <translation>Plus du tout</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Jusqu’à</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>En attente</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>mer.</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>mercredi</translation>
        </message>
        <message>
            <source>Week {letter}</source>
            <translation>Semaine {letter}</translation>
        </message>
        <message>
            <source>Welcome back</source>
            <translation>Bon retour</translation>
        </message>
        <message>
            <source>What for? You may leave it empty.</source>
            <translation>Pour quoi faire ? Vous pouvez laisser vide.</translation>
        </message>
        <message>
            <source>What had been written down was there at the opening.</source>
            <translation>Ce qui était noté attendait à l’ouverture.</translation>
        </message>
        <message>
            <source>What is urgent will ring. The rest can sleep.</source>
            <translation>Ce qui presse sonnera. Le reste peut dormir.</translation>
        </message>
        <message>
            <source>What waited was given back.</source>
            <translation>Ce qui attendait a été rendu.</translation>
        </message>
        <message>
            <source>Whoever wrote to you tonight can wait until the morning, and knows it.</source>
            <translation>Qui vous écrit ce soir peut attendre demain matin, et le sait.</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Pourquoi</translation>
        </message>
        <message>
            <source>Withheld</source>
            <translation>Retenu</translation>
        </message>
        <message>
            <source>Without the browser extension, time on sites is counted roughly: while a browser is in front and one of them is connected.</source>
            <translation>Sans l’extension du navigateur, le temps passé sur les sites est compté en gros : tant qu’un navigateur est devant et que l’un d’eux est connecté.</translation>
        </message>
        <message>
            <source>Work chat is muted in focus.</source>
            <translation>Les messageries de travail sont en sourdine pendant la concentration.</translation>
        </message>
        <message>
            <source>Work networks</source>
            <translation>Réseaux de travail</translation>
        </message>
        <message>
            <source>Would you like fewer reminders about people?</source>
            <translation>Voulez-vous moins de rappels sur les autres ?</translation>
        </message>
        <message>
            <source>Would you like fewer reminders on your craft?</source>
            <translation>Voulez-vous moins de rappels sur votre métier ?</translation>
        </message>
        <message>
            <source>Would you like fewer reminders to close up?</source>
            <translation>Voulez-vous moins de rappels pour fermer boutique ?</translation>
        </message>
        <message>
            <source>Would you like fewer reminders to rest?</source>
            <translation>Voulez-vous moins de rappels pour vous reposer ?</translation>
        </message>
        <message>
            <source>You are on leave: {said}</source>
            <translation>Vous êtes en congé : {said}</translation>
        </message>
        <message>
            <source>You open {at}; your rest is {length}.</source>
            <translation>Vous ouvrez {at} ; votre repos est de {length}.</translation>
        </message>
        <message>
            <source>You were in another time zone; the hours followed it from the next opening.</source>
            <translation>Vous étiez dans un autre fuseau horaire ; les horaires l’ont suivi dès l’ouverture suivante.</translation>
        </message>
        <message>
            <source>You worked until {end}, and open {until}. {rule} Opening at {later} would leave it whole.</source>
            <translation>Vous avez travaillé jusqu’à {end}, et vous ouvrez {until}. {rule} En ouvrant à {later}, il serait entier.</translation>
        </message>
        <message>
            <source>Your focus plan.</source>
            <translation>Votre plan de concentration.</translation>
        </message>
        <message>
            <source>Your focus plan: {hours}.</source>
            <translation>Votre plan de concentration : {hours}.</translation>
        </message>
        <message>
            <source>Your hours for {day}: {hours}.</source>
            <translation>Vos horaires du {day} : {hours}.</translation>
        </message>
        <message>
            <source>Your lock level is gentle: it stays open, and is muted only.</source>
            <translation>Votre verrou est doux : cela reste ouvert, en sourdine seulement.</translation>
        </message>
        <message>
            <source>Your own choice.</source>
            <translation>Votre choix.</translation>
        </message>
        <message>
            <source>Your plants may have opinions about the watering can.</source>
            <translation>Vos plantes ont peut-être un avis sur l’arrosoir.</translation>
        </message>
        <message>
            <source>Your rest until then: {length}</source>
            <translation>Votre repos d’ici là : {length}</translation>
        </message>
        <message>
            <source>Your settings say so for this phase.</source>
            <translation>Vos réglages le disent pour cette phase.</translation>
        </message>
        <message>
            <source>Your settings say so for {network}.</source>
            <translation>Vos réglages le disent pour {network}.</translation>
        </message>
        <message>
            <source>Your work hours.</source>
            <translation>Vos heures de travail.</translation>
        </message>
        <message>
            <source>a breath first</source>
            <translation>souffler d’abord</translation>
        </message>
        <message>
            <source>after a pause</source>
            <translation>après une pause</translation>
        </message>
        <message>
            <source>all day</source>
            <translation>toute la journée</translation>
        </message>
        <message>
            <source>allowed</source>
            <translation>permis</translation>
        </message>
        <message>
            <source>at {time}</source>
            <translation>à {time}</translation>
        </message>
        <message>
            <source>chat</source>
            <translation>messagerie</translation>
        </message>
        <message>
            <source>closed and muted</source>
            <translation>fermé, en sourdine</translation>
        </message>
        <message>
            <source>evenings, nights, weekends</source>
            <translation>soirs, nuits, week-ends</translation>
        </message>
        <message>
            <source>firm: closed, with a key for a few minutes</source>
            <translation>ferme : clos, avec une clé pour quelques minutes</translation>
        </message>
        <message>
            <source>for a whole night's rest</source>
            <translation>pour un repos entier</translation>
        </message>
        <message>
            <source>for later</source>
            <translation>pour plus tard</translation>
        </message>
        <message>
            <source>for later today</source>
            <translation>pour tout à l’heure</translation>
        </message>
        <message>
            <source>for tomorrow</source>
            <translation>pour demain</translation>
        </message>
        <message>
            <source>for {date}</source>
            <translation>pour le {date}</translation>
        </message>
        <message>
            <source>for {day}</source>
            <translation>pour {day}</translation>
        </message>
        <message>
            <source>gentle: mutes, never blocks</source>
            <translation>doux : met en sourdine, ne ferme rien</translation>
        </message>
        <message>
            <source>kept apart</source>
            <translation>bien séparé</translation>
        </message>
        <message>
            <source>leave and holidays</source>
            <translation>congés et jours fériés</translation>
        </message>
        <message>
            <source>left alone</source>
            <translation>laissé tranquille</translation>
        </message>
        <message>
            <source>limited</source>
            <translation>limité</translation>
        </message>
        <message>
            <source>locked: no key before the opening</source>
            <translation>verrouillé : pas de clé avant l’ouverture</translation>
        </message>
        <message>
            <source>mail</source>
            <translation>courriel</translation>
        </message>
        <message>
            <source>meetings</source>
            <translation>réunions</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>à compléter</translation>
        </message>
        <message>
            <source>muted, not closed</source>
            <translation>en sourdine, pas fermé</translation>
        </message>
        <message>
            <source>none</source>
            <translation>aucun</translation>
        </message>
        <message>
            <source>not assigned</source>
            <translation>non attribué</translation>
        </message>
        <message>
            <source>not here</source>
            <translation>pas ici</translation>
        </message>
        <message>
            <source>not in use yet</source>
            <translation>pas encore en service</translation>
        </message>
        <message>
            <source>now</source>
            <translation>maintenant</translation>
        </message>
        <message>
            <source>official</source>
            <translation>officiel</translation>
        </message>
        <message>
            <source>on {date} at {time}</source>
            <translation>le {date} à {time}</translation>
        </message>
        <message numerus="yes">
            <source>one question</source>
            <translation>
                <numerusform>une question</numerusform>
                <numerusform>{count} questions</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} questions</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>one step to take</source>
            <translation>
                <numerusform>une étape à faire</numerusform>
                <numerusform>{count} étapes à faire</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} steps to take</extra-po-msgid_plural>
        </message>
        <message>
            <source>other</source>
            <translation>autre</translation>
        </message>
        <message>
            <source>personal</source>
            <translation>personnel</translation>
        </message>
        <message>
            <source>professional</source>
            <translation>professionnel</translation>
        </message>
        <message>
            <source>publishing</source>
            <translation>publication</translation>
        </message>
        <message>
            <source>settings</source>
            <translation>réglages</translation>
        </message>
        <message>
            <source>social</source>
            <translation>réseau social</translation>
        </message>
        <message>
            <source>stretches that you protect</source>
            <translation>les moments que vous protégez</translation>
        </message>
        <message>
            <source>tasks</source>
            <translation>tâches</translation>
        </message>
        <message>
            <source>the last minutes of the day</source>
            <translation>les dernières minutes du jour</translation>
        </message>
        <message>
            <source>today at {time}</source>
            <translation>aujourd’hui à {time}</translation>
        </message>
        <message>
            <source>tomorrow at {time}</source>
            <translation>demain à {time}</translation>
        </message>
        <message>
            <source>tonight at midnight</source>
            <translation>ce soir à minuit</translation>
        </message>
        <message>
            <source>tonight at {time}</source>
            <translation>ce soir à {time}</translation>
        </message>
        <message>
            <source>until {date}</source>
            <translation>jusqu’au {date}</translation>
        </message>
        <message>
            <source>work</source>
            <translation>travail</translation>
        </message>
        <message>
            <source>works</source>
            <translation>en service</translation>
        </message>
        <message>
            <source>your choice</source>
            <translation>votre choix</translation>
        </message>
        <message>
            <source>your week</source>
            <translation>votre semaine</translation>
        </message>
        <message>
            <source>your work hours</source>
            <translation>vos heures de travail</translation>
        </message>
        <message numerus="yes">
            <source>{apps} closes in a few seconds.</source>
            <translation>
                <numerusform>{apps} ferme dans quelques secondes.</numerusform>
                <numerusform>{apps} ferment dans quelques secondes.</numerusform>
            </translation>
            <extra-po-msgid_plural>{apps} close in a few seconds.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{apps} closes in {length}.</source>
            <translation>
                <numerusform>{apps} ferme dans {length}.</numerusform>
                <numerusform>{apps} ferment dans {length}.</numerusform>
            </translation>
            <extra-po-msgid_plural>{apps} close in {length}.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{apps} closes then. There is time to save.</source>
            <translation>
                <numerusform>{apps} se fermera alors. Il reste le temps d’enregistrer.</numerusform>
                <numerusform>{apps} se fermeront alors. Il reste le temps d’enregistrer.</numerusform>
            </translation>
            <extra-po-msgid_plural>{apps} close then. There is time to save.</extra-po-msgid_plural>
        </message>
        <message>
            <source>{apps} could not be started again; the menu of your desktop can.</source>
            <translation>Impossible de relancer {apps} ; le menu de votre bureau le peut.</translation>
        </message>
        <message numerus="yes">
            <source>{apps} is closed</source>
            <translation>
                <numerusform>{apps} est fermé</numerusform>
                <numerusform>{apps} sont fermés</numerusform>
            </translation>
            <extra-po-msgid_plural>{apps} are closed</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{apps} is closed for now</source>
            <translation>
                <numerusform>{apps} est fermé pour l’instant</numerusform>
                <numerusform>{apps} sont fermés pour l’instant</numerusform>
            </translation>
            <extra-po-msgid_plural>{apps} are closed for now</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{apps} is closed from now on</source>
            <translation>
                <numerusform>{apps} est fermé dès maintenant</numerusform>
                <numerusform>{apps} sont fermés dès maintenant</numerusform>
            </translation>
            <extra-po-msgid_plural>{apps} are closed from now on</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{apps} is silent from now on</source>
            <translation>
                <numerusform>{apps} se tait dès maintenant</numerusform>
                <numerusform>{apps} se taisent dès maintenant</numerusform>
            </translation>
            <extra-po-msgid_plural>{apps} are silent from now on</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{apps} is silent until {opening}, and again {when}</source>
            <translation>
                <numerusform>{apps} se tait jusqu’à {opening}, puis de nouveau {when}</numerusform>
                <numerusform>{apps} se taisent jusqu’à {opening}, puis de nouveau {when}</numerusform>
            </translation>
            <extra-po-msgid_plural>{apps} are silent until {opening}, and again {when}</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{apps} opens at {opening} and closes {when}</source>
            <translation>
                <numerusform>{apps} ouvre à {opening} et ferme {when}</numerusform>
                <numerusform>{apps} ouvrent à {opening} et ferment {when}</numerusform>
            </translation>
            <extra-po-msgid_plural>{apps} open at {opening} and close {when}</extra-po-msgid_plural>
        </message>
        <message>
            <source>{app} closes at {time}.</source>
            <translation>{app} ferme à {time}.</translation>
        </message>
        <message>
            <source>{app} had five more minutes at closing time.</source>
            <translation>Cinq minutes de plus pour {app} à la fermeture.</translation>
        </message>
        <message>
            <source>{app} had no window left at closing time, and rested until the opening.</source>
            <translation>{app} n’avait plus de fenêtre à la fermeture, et a attendu l’ouverture en sommeil.</translation>
        </message>
        <message>
            <source>{app} had no window left at closing time, and was ended.</source>
            <translation>{app} n’avait plus de fenêtre à la fermeture, et a dû s’arrêter.</translation>
        </message>
        <message>
            <source>{app} has no window left, and stops in a few seconds.</source>
            <translation>{app} n’a plus de fenêtre et s’arrête dans quelques secondes.</translation>
        </message>
        <message>
            <source>{app} is about to close.</source>
            <translation>{app} va fermer.</translation>
        </message>
        <message>
            <source>{app} rests until the next opening.</source>
            <translation>{app} se repose jusqu’à la prochaine ouverture.</translation>
        </message>
        <message>
            <source>{app} stayed open at closing time.</source>
            <translation>{app} tournait encore après la fermeture.</translation>
        </message>
        <message>
            <source>{app} was asked to close.</source>
            <translation>{app} est en train de fermer.</translation>
        </message>
        <message>
            <source>{app} was closed at closing time.</source>
            <translation>{app} a été fermé à l’heure dite.</translation>
        </message>
        <message>
            <source>{app} was started while closed, and met the curtain.</source>
            <translation>{app} a trouvé le rideau baissé.</translation>
        </message>
        <message>
            <source>{cell}: {does}.</source>
            <translation>{cell} : {does}.</translation>
        </message>
        <message numerus="yes">
            <source>{count} evening free.</source>
            <translation>
                <numerusform>{count} soirée libre.</numerusform>
                <numerusform>{count} soirées libres.</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} evenings free.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{count} file of your own</source>
            <translation>
                <numerusform>{count} fichier à vous</numerusform>
                <numerusform>{count} fichiers à vous</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} files of your own</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{count} hour</source>
            <translation>
                <numerusform>{count} heure</numerusform>
                <numerusform>{count} heures</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} hours</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{count} line of the journal</source>
            <translation>
                <numerusform>{count} ligne du journal</numerusform>
                <numerusform>{count} lignes du journal</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} lines of the journal</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{count} minute a day</source>
            <translation>
                <numerusform>{count} minute par jour</numerusform>
                <numerusform>{count} minutes par jour</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} minutes a day</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{count} note</source>
            <translation>
                <numerusform>{count} note</numerusform>
                <numerusform>{count} notes</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} notes</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{count} other rest is short, too.</source>
            <translation>
                <numerusform>{count} autre repos est court aussi.</numerusform>
                <numerusform>{count} autres repos sont courts aussi.</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} other rests are short, too.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{count} second</source>
            <translation>
                <numerusform>{count} seconde</numerusform>
                <numerusform>{count} secondes</numerusform>
            </translation>
            <extra-po-msgid_plural>{count} seconds</extra-po-msgid_plural>
        </message>
        <message>
            <source>{date} {year}</source>
            <translation>{date} {year}</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} à {time}</translation>
        </message>
        <message>
            <source>{day} from {start} to {end}</source>
            <translation>{day} de {start} à {end}</translation>
        </message>
        <message>
            <source>{day} from {time}</source>
            <translation>{day} à partir de {time}</translation>
        </message>
        <message>
            <source>{day} until {time}</source>
            <translation>{day} jusqu’à {time}</translation>
        </message>
        <message>
            <source>{day} {date}</source>
            <translation>{day} {date}</translation>
        </message>
        <message>
            <source>{day} {date} at {time}</source>
            <translation>{day} {date} à {time}</translation>
        </message>
        <message>
            <source>{day} {date} {time}</source>
            <translation>{day} {date} {time}</translation>
        </message>
        <message>
            <source>{day} {date}, {time}</source>
            <translation>{day} {date}, {time}</translation>
        </message>
        <message>
            <source>{day} {month}</source>
            <translation>{day} {month}</translation>
        </message>
        <message>
            <source>{day}, all day</source>
            <translation>{day}, toute la journée</translation>
        </message>
        <message>
            <source>{day}, {start} to {end}</source>
            <translation>{day}, de {start} à {end}</translation>
        </message>
        <message>
            <source>{day}, {start} to {next_day}, {end}</source>
            <translation>{day}, de {start} à {next_day}, {end}</translation>
        </message>
        <message>
            <source>{day}: {answer}</source>
            <translation>{day} : {answer}</translation>
        </message>
        <message>
            <source>{does}, but chats muted</source>
            <translation>{does}, messageries en sourdine</translation>
        </message>
        <message numerus="yes">
            <source>{done} of one step done.</source>
            <translation>
                <numerusform>Étape faite : {done} sur {count}.</numerusform>
                <numerusform>Étapes faites : {done} sur {count}.</numerusform>
            </translation>
            <extra-po-msgid_plural>{done} of {count} steps done.</extra-po-msgid_plural>
        </message>
        <message>
            <source>{fewest} to {most} evenings free.</source>
            <translation>{fewest} à {most} soirées libres.</translation>
        </message>
        <message>
            <source>{first} and {last}</source>
            <translation>{first} et {last}</translation>
        </message>
        <message>
            <source>{hours} h</source>
            <translation>{hours} h</translation>
        </message>
        <message>
            <source>{hours} h {minutes:02} min</source>
            <translation>{hours} h {minutes:02}</translation>
        </message>
        <message>
            <source>{hour}:00</source>
            <translation>{hour} h</translation>
        </message>
        <message>
            <source>{hour}:{minute:02}</source>
            <translation>{hour} h {minute:02}</translation>
        </message>
        <message>
            <source>{hour}:{minute:02} {half}</source>
            <translation>{hour}:{minute:02} {half}</translation>
        </message>
        <message>
            <source>{length} left of today's allowance</source>
            <translation>Encore {length} sur le temps du jour</translation>
        </message>
        <message>
            <source>{length} of work.</source>
            <translation>{length} de travail.</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} min</translation>
        </message>
        <message>
            <source>{moment} ({week})</source>
            <translation>{moment} ({week})</translation>
        </message>
        <message>
            <source>{network} has had its time for today. Your hours, your rule.</source>
            <translation>{network} a eu son temps pour aujourd’hui. Vos horaires, votre règle.</translation>
        </message>
        <message>
            <source>{network} is for work and for private life, and nothing tells which one this is.</source>
            <translation>{network} sert au travail et à la vie privée, et rien ne dit lequel c’est ici.</translation>
        </message>
        <message>
            <source>{network} is on no side yet, so it stays open.</source>
            <translation>{network} n’est encore d’aucun côté, et reste donc ouvert.</translation>
        </message>
        <message>
            <source>{network} opens {when}. Your hours, your rule.</source>
            <translation>{network} ouvre {when}. Vos horaires, votre règle.</translation>
        </message>
        <message>
            <source>{network} stays closed. Your hours, your rule.</source>
            <translation>{network} reste fermé. Vos horaires, votre règle.</translation>
        </message>
        <message>
            <source>{network} {count}</source>
            <translation>{network} {count}</translation>
        </message>
        <message>
            <source>{network}, {phase}</source>
            <translation>{network}, {phase}</translation>
        </message>
        <message>
            <source>{number}: {name}; {hours} ({source})</source>
            <translation>{number} : {name} ; {hours} ({source})</translation>
        </message>
        <message>
            <source>{opens} That day stands among your exceptions.</source>
            <translation>{opens} Ce jour figure parmi vos exceptions.</translation>
        </message>
        <message>
            <source>{phase} {until}</source>
            <translation>{phase} {until}</translation>
        </message>
        <message>
            <source>{phase}, {side}</source>
            <translation>{phase}, {side}</translation>
        </message>
        <message>
            <source>{phase}. {why}</source>
            <translation>{phase}. {why}</translation>
        </message>
        <message>
            <source>{progress} The rest can wait for a quiet hour.</source>
            <translation>{progress} Le reste attendra une heure tranquille.</translation>
        </message>
        <message>
            <source>{said}.</source>
            <translation>{said}.</translation>
        </message>
        <message numerus="yes">
            <source>{said}; {apps} stays open.</source>
            <translation>
                <numerusform>{said} ; {apps} reste ouvert.</numerusform>
                <numerusform>{said} ; {apps} restent ouverts.</numerusform>
            </translation>
            <extra-po-msgid_plural>{said}; {apps} stay open.</extra-po-msgid_plural>
        </message>
        <message>
            <source>{source}, {month}; checked on {day}</source>
            <translation>{source}, {month} ; vérifié le {day}</translation>
        </message>
        <message>
            <source>{start} – {end}</source>
            <translation>{start} – {end}</translation>
        </message>
        <message>
            <source>{until}.</source>
            <translation>{until}.</translation>
        </message>
        <message>
            <source>{weeks}: {average} of work on average.</source>
            <translation>{weeks} : {average} de travail en moyenne.</translation>
        </message>
        <message>
            <source>{week} {length}</source>
            <translation>{week} {length}</translation>
        </message>
        <message numerus="yes">
            <source>{when} {apps} closes</source>
            <translation>
                <numerusform>{when}, {apps} ferme</numerusform>
                <numerusform>{when}, {apps} ferment</numerusform>
            </translation>
            <extra-po-msgid_plural>{when} {apps} close</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{when} {apps} closes {until}.</source>
            <translation>
                <numerusform>{when}, {apps} ferme {until}.</numerusform>
                <numerusform>{when}, {apps} ferment {until}.</numerusform>
            </translation>
            <extra-po-msgid_plural>{when} {apps} close {until}.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{when} {apps} closes.</source>
            <translation>
                <numerusform>{when}, {apps} ferme.</numerusform>
                <numerusform>{when}, {apps} ferment.</numerusform>
            </translation>
            <extra-po-msgid_plural>{when} {apps} close.</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{when} {apps} falls silent, and nothing closes</source>
            <translation>
                <numerusform>{when}, {apps} se tait, et rien ne ferme</numerusform>
                <numerusform>{when}, {apps} se taisent, et rien ne ferme</numerusform>
            </translation>
            <extra-po-msgid_plural>{when} {apps} fall silent, and nothing closes</extra-po-msgid_plural>
        </message>
        <message numerus="yes">
            <source>{when} {apps} falls silent. Nothing closes.</source>
            <translation>
                <numerusform>{when}, {apps} se tait. Rien ne ferme.</numerusform>
                <numerusform>{when}, {apps} se taisent. Rien ne ferme.</numerusform>
            </translation>
            <extra-po-msgid_plural>{when} {apps} fall silent. Nothing closes.</extra-po-msgid_plural>
        </message>
        <message>
            <source>{which_key}; the wait is {length}.</source>
            <translation>{which_key} ; l’attente est de {length}.</translation>
        </message>
        <message>
            <source>{why} {until}.</source>
            <translation>{why} {until}.</translation>
        </message>
        <message>
            <source>“Go back to my hours” takes it back.</source>
            <translation>« Revenir à mes horaires » l’annule.</translation>
        </message>
        <message>
            <source>“{label}”, {date}: closed.</source>
            <translation>« {label} », {date} : fermé.</translation>
        </message>
        <message>
            <source>“{label}”, {date}: {hours}.</source>
            <translation>« {label} », {date} : {hours}.</translation>
        </message>
        <message>
            <source>“{name}” did not work; the log says why.</source>
            <translation>« {name} » n’a pas marché ; le journal technique dit pourquoi.</translation>
        </message>
    </context>
</TS>
