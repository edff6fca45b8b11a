using System.IO.Compression;
using System.Text;

namespace Joonbi.Tests.Files;

/// <summary>Contents of every kind that a customer, or somebody else, might send.</summary>
internal static class Bytes
{
    public static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13];
    public static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1_016]];

    public static byte[] Hwp => [.. Ole, .. new byte[192], .. "HWP Document File"u8, .. new byte[2_000]];

    public static byte[] Of(string kind) => kind switch
    {
        "png" => Png,
        "jpeg" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16],
        "gif" => [.. "GIF89a"u8, 1, 0, 1, 0],
        "webp" => [.. "RIFF"u8, 26, 0, 0, 0, .. "WEBPVP8L"u8],
        "pdf" => [.. "%PDF-1.7\n"u8, 0xE2, 0xE3],
        "docx" => Zip("[Content_Types].xml", "word/document.xml"),
        "xlsx" => Zip("[Content_Types].xml", "xl/workbook.xml"),
        "pptx" => Zip("[Content_Types].xml", "ppt/presentation.xml"),
        "hwpx" => Zip("mimetype", "Contents/content.hpf"),
        "zip" => Zip("사진/1.jpg"),
        "hwp" => Hwp,
        "hwp3" => [.. "HWP Document File V3.00 \u001a"u8, 1, 2, 3, 4, 5],
        "utf8" => Encoding.UTF8.GetBytes("\uFEFF메뉴,가격\r\n아메리카노,4500\r\n"),
        "cp949" => CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes("똠방각하 펲시콜라\r\n"),
        "note" => Encoding.UTF8.GetBytes("<안내> 사진은 나중에 보내 드리겠습니다."),
        "html" => "\uFEFF \n<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(),
        "fragment" => "<b>안녕</b>"u8.ToArray(),
        "svg" => "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(),
        "xml" => "<?xml version='1.0'?><svg/>"u8.ToArray(),
        "commented" => "<!-- --><html></html>"u8.ToArray(),
        "script" => "#!/bin/sh\nrm -rf /\n"u8.ToArray(),
        "exe" => [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0],
        "elf" => [0x7F, .. "ELF"u8, 2, 1, 1, 0],
        "msi" => Ole,
        "macros" => Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        "broken zip" => [.. "PK\u0003\u0004"u8, .. new byte[100]],
        "wave" => [.. "RIFF"u8, 36, 0, 0, 0, .. "WAVEfmt "u8],
        "utf16" => Encoding.Unicode.GetBytes("\uFEFF안녕"),
        "bell" => "안녕\a"u8.ToArray(),
        "neither" => [.. "text "u8, 0xFF, 0xFE, 0xFF],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write("내용"u8);
            }
        }

        return bytes.ToArray();
    }
}
