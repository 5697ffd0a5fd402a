using System.Buffers;
using System.Text.RegularExpressions;

namespace Signalering.Domain.Screening;

/// <summary>Profiles, shared files, conversations and personal sites; the site of an organisation passes.</summary>
internal sealed partial class UrlRecognizer(NameLexicon lexicon) : IRecognizer
{
    // Hosts where a path leads to a person, a conversation or a file of one.
    private static readonly string[] PersonalHosts =
    [
        "facebook.com", "fb.com", "fb.me", "m.me", "messenger.com", "instagram.com", "instagr.am", "tiktok.com", "twitter.com", "x.com",
        "linkedin.com", "lnkd.in", "snapchat.com", "youtube.com", "youtu.be", "t.me", "telegram.me", "wa.me", "whatsapp.com", "vk.com",
        "ok.ru", "pinterest.com", "pinterest.nl", "reddit.com", "twitch.tv", "discord.gg", "discord.com", "marktplaats.nl", "vinted.nl", "vinted.com",
        "2dehands.be", "ebay.nl", "ebay.com", "gofundme.com", "gofund.me", "doneeractie.nl", "steunactie.nl", "whydonate.nl", "whydonate.com",
        "jit.si", "zoom.us", "teams.microsoft.com", "teams.live.com", "meet.google.com", "drive.google.com", "docs.google.com",
        "photos.google.com", "goo.gl", "maps.google.com", "maps.google.nl", "dropbox.com", "we.tl", "wetransfer.com", "onedrive.live.com",
        "1drv.ms", "sharepoint.com", "icloud.com", "onlyfans.com", "linktr.ee", "tikkie.me", "betaalverzoek.rabobank.nl", "paypal.me",
        "bunq.me", "strava.com", "soundcloud.com", "spotify.com", "threads.net", "bsky.app", "signal.me", "signal.group", "calendly.com",
        "flickr.com", "tumblr.com", "medium.com", "substack.com", "github.com", "bit.ly", "tinyurl.com", "datingsite.nl", "badoo.com", "tinder.com",
        "roblox.com", "steamcommunity.com", "whereby.com", "webex.com", "werkspot.nl", "nextdoor.nl", "nextdoor.com", "funda.nl",
    ];

    private static readonly string[] BlogHosts =
    [
        "wordpress.com", "blogspot.com", "blogspot.nl", "wixsite.com", "weebly.com", "jouwweb.nl", "webnode.nl", "tumblr.com", "substack.com",
        "github.io", "carrd.co", "home.xs4all.nl", "punt.nl", "webklik.nl", "simpsite.nl", "yolasite.com",
    ];

    private static readonly WordsNearby HandleWords = new(
        "insta", "snap", "tiktok", "telegram", "profiel", "twitter", "facebook", "fb", "account", "discord", "gamertag", "youtube", "volg", "dm");

    private static readonly SearchValues<string> PersonalPaths = SearchValues.Create(
        ["/profiel", "/profile", "/user", "/u/", "/member", "/over-mij", "/overmij", "/about-me", "/~", "/@", "id=", "/people/", "/in/", "/gast/", "/share"],
        StringComparison.OrdinalIgnoreCase);

    public bool MayFind(in CellShape shape) => shape.HasDot || shape.HasAt || shape.HasTrigger;

    public void Find(in CellText cell, CellFindings found)
    {
        var text = cell.Text;
        if (cell.Shape.HasDot)
        {
            foreach (var match in Link().EnumerateMatches(text))
                FindLink(text, match.Index, match.Length, found);
        }

        if (cell.Shape.HasAt)
        {
            foreach (var match in Handle().EnumerateMatches(text))
                FindHandle(text, match.Index, match.Length, found);
        }

        if (!cell.Shape.HasTrigger)
            return;
        foreach (var match in Account().EnumerateMatches(text))
        {
            var handle = text.Slice(match.Index, match.Length);
            var start = match.Index + handle.LastIndexOfAny(' ', ':', '=') + 1;
            var length = match.Index + match.Length - start;
            if (!found.IsTaken(start, length))
                found.Add(PersonalDataKind.Url, FindingLevel.Midden, "url.account", start, length);
        }
    }

    private void FindLink(ReadOnlySpan<char> text, int start, int length, CellFindings found)
    {
        var link = text.Slice(start, length).TrimEnd(".,;:!?)'\"");
        if (found.IsTaken(start, link.Length))
            return; // the host of an e-mail address
        var rest = link;
        var scheme = rest.IndexOf("://");
        if (scheme >= 0)
            rest = rest[(scheme + 3)..];
        var slash = rest.IndexOfAny('/', '?', '#');
        var host = slash < 0 ? rest : rest[..slash];
        var path = slash < 0 ? [] : rest[slash..];
        if (host.Contains('@'))
            return; // an address, or a login inside a link: the e-mail detector has it
        if (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            host = host[4..];
        if (Judge(host, path) is { } level)
            found.Add(PersonalDataKind.Url, level, level == FindingLevel.Hoog ? "url.profiel" : "url.persoonlijk", start, link.Length);
        else
            found.Take(start, link.Length);
    }

    private FindingLevel? Judge(ReadOnlySpan<char> host, ReadOnlySpan<char> path)
    {
        var hasPath = path.Length > 1;
        if (EndsWithHost(host, PersonalHosts, out var exact) && (hasPath || !exact))
            return hasPath ? FindingLevel.Hoog : null;
        if (EndsWithHost(host, BlogHosts, out exact) && (!exact || hasPath))
            return FindingLevel.Hoog;
        if (HasName(host[..Math.Max(0, host.LastIndexOf('.'))]))
            return FindingLevel.Midden;
        if (!hasPath)
            return null;
        return path.ContainsAny(PersonalPaths) || HasLongNumber(path) || HasName(path) ? FindingLevel.Midden : null;
    }

    // facebook.com and nl-nl.facebook.com, not myfacebook.com.
    private static bool EndsWithHost(ReadOnlySpan<char> host, string[] hosts, out bool exact)
    {
        foreach (var known in hosts)
        {
            exact = host.Equals(known, StringComparison.OrdinalIgnoreCase);
            if (exact || (host.Length > known.Length && host[^(known.Length + 1)] == '.'
                && host.EndsWith(known, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        exact = false;
        return false;
    }

    // Four digits that are no year (/nieuws/2026/).
    private static bool HasLongNumber(ReadOnlySpan<char> path)
    {
        var start = -1;
        for (var i = 0; i <= path.Length; i++)
        {
            if (i < path.Length && char.IsAsciiDigit(path[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && i - start >= 4 && !(i - start == 4 && Patterns.Number(path[start..i]) is >= 1990 and <= 2040))
                return true;
            start = -1;
        }

        return false;
    }

    private bool HasName(ReadOnlySpan<char> text)
    {
        var names = 0;
        var parts = 0;
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && i - start >= 3)
            {
                parts++;
                var flags = lexicon.Find(text[start..i]);
                var isFirst = flags.HasFlag(NameFlags.First) && !flags.HasFlag(NameFlags.Weak)
                    && (!flags.HasFlag(NameFlags.Word) || flags.HasFlag(NameFlags.Strong));
                names += isFirst ? 1 : 0;
            }

            start = -1;
        }

        return names > 0 && parts <= 3;
    }

    private static void FindHandle(ReadOnlySpan<char> text, int start, int length, CellFindings found)
    {
        var handle = text.Slice(start, length).TrimEnd(".");
        var isPersonal = handle[1..].ContainsAnyInRange('0', '9') || handle.ContainsAny('_', '.')
            || HandleWords.Before(text, start, 25);
        if (isPersonal && !found.IsTaken(start, handle.Length))
            found.Add(PersonalDataKind.Url, FindingLevel.Midden, "url.profielnaam", start, handle.Length);
    }

    [GeneratedRegex(@"(?<![\p{L}0-9@._-])(?:https?://[^\s<>""'|]{3,400}|www\.[^\s<>""'|,;]{3,400}|(?:[\p{L}0-9-]{1,63}\.){1,5}(?:nl|com|org|net|be|de|eu|me|io|tv|gl|gle|ly|to|si|info|app|link|fr|pl|tr|uk|gg|ru|co|page|site|online|blog|live|chat|ms|im|us|tl|ee|in|it|es|frl|amsterdam|nu|social|group)(?![\p{L}0-9-]|\.\p{L}{2})(?:[/?#][^\s<>""'|]{0,400})?)", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\p{L}0-9@./_-])@[\p{L}0-9][\p{L}0-9._]{1,40}", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Handle();

    [GeneratedRegex(@"\b(?:insta(?:gram)?|snap(?:chat)?|tiktok|telegram|discord|gamertag|facebook|fb)(?:naam|account|profiel)?(?: ?(?:naam|account|profiel|is|op|van|onder|als|heet)){0,2} ?[:= ] ?(?=[\p{L}0-9._]{0,40}[0-9_])(?=[0-9._]{0,40}\p{L})[\p{L}0-9][\p{L}0-9._]{3,40}", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex Account();
}
